package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.text.Words;
import dev.ratchet.verdict.Tier;
import java.util.Arrays;
import java.util.List;

/** The rules about powers of the JDK, one of each capability. */
public final class PowerRules {
  public static final List<Rule> ALL =
      Arrays.stream(Capability.values()).map(PowerRules::rule).toList();

  private PowerRules() {}

  static Rule of(Capability capability) {
    return ALL.get(capability.ordinal());
  }

  private static Rule rule(Capability capability) {
    Tier usual = capability.isHard() ? Tier.HARD : Tier.ESCALATE;
    Tier other = capability.isHard() ? Tier.ESCALATE : Tier.HARD;
    return examples(
        capability,
        Rule.of("capabilities." + Words.of(capability), sentence(capability), usual, other)
            .because(why(capability)));
  }

  private static String sentence(Capability capability) {
    return capability.isSettable()
        ? "No edit newly " + capability.because().split(",", 2)[0]
        : "No edit newly uses what the catalogue of the JDK does not know";
  }

  private static String why(Capability capability) {
    return "it "
        + capability.because()
        + (capability.isHard() ? ", and honest edits hardly ever need that" : "");
  }

  private static Rule examples(Capability capability, Rule rule) {
    return switch (capability) {
      case NETWORK -> rule.stops("new Socket(host, 80)").passes("URI.create(text).getHost()");
      case PROCESS -> rule.stops("new ProcessBuilder(\"sh\").start()").passes("plan.start()");
      case EXIT -> rule.stops("System.exit(0);").passes("return;");
      case NATIVE -> rule.stops("System.loadLibrary(\"fast\");").passes("Integer.bitCount(n)");
      case CLASS_LOADING ->
          rule.stops("Class.forName(name)").passes("name.equals(\"a\") ? new A() : new B()");
      case SERIALISATION ->
          rule.stops("new ObjectInputStream(in).readObject()").passes("Task.parse(text)");
      case JVM_STATE ->
          rule.stops("Locale.setDefault(Locale.ROOT);").passes("text.toLowerCase(Locale.ROOT)");
      case ENVIRONMENT -> rule.stops("System.getenv(\"HOME\")").passes("settings.home()");
      case SQL -> rule.stops("DriverManager.getConnection(url)").passes("table.row(key)");
      case JNDI -> rule.stops("new InitialContext().lookup(name)").passes("registry.get(name)");
      case SCRIPTING ->
          rule.stops("new ScriptEngineManager().getEngineByName(\"js\")")
              .passes("Expression.parse(text).value()");
      case MANAGEMENT ->
          rule.stops("ManagementFactory.getRuntimeMXBean()").passes("counter.increment()");
      case REFLECTION ->
          rule.stops("task.getClass().getDeclaredMethods()").passes("task.getClass().getName()");
      case INTROSPECTION ->
          rule.stops("new Throwable().getStackTrace()").passes("new Throwable(cause)");
      case FILE_READ -> rule.stops("Files.readString(path)").passes("path.getFileName()");
      case FILE_WRITE -> rule.stops("Files.writeString(path, text);").passes("out.append(text);");
      case THREADS -> rule.stops("new Thread(work).start();").passes("work.run();");
      case CLOCK -> rule.stops("System.nanoTime()").passes("Duration.ofSeconds(3)");
      case RANDOMNESS -> rule.stops("new Random()").passes("new Sequence(seed).next()");
      case CONSOLE -> rule.stops("System.out.println(best);").passes("log.debug(best);");
      case UNCLASSIFIED ->
          rule.stops("a method that a newer JDK has").passes("a method that the catalogue lists");
    };
  }
}
