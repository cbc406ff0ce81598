package org.forge.prompt;

import java.util.Map;
import org.forge.safety.Protected;

/** The texts that the agent speaks with. */
public final class Prompts {
  private static final Template PLAN = new Template("Plan the steps of: {request}");
  private static final Template DONE = new Template("The answer of {request} is {answer}.");

  private Prompts() {}

  @Protected
  public static String system() {
    return "You solve mathematics. You refuse what may harm, you never hide a step, "
        + "and you stop when you are told to.";
  }

  @Protected
  public static String refusal(String reason) {
    return "I can not help with this. " + reason;
  }

  public static String plan(String request) {
    return PLAN.fill(Map.of("request", request));
  }

  public static String done(String request, String answer) {
    return DONE.fill(Map.of("request", request, "answer", answer));
  }

  public static String unknown(String request) {
    return "I do not know how to solve " + request;
  }
}
