package org.harbor.agent;

import java.util.Objects;
import org.harbor.event.Bus;
import org.harbor.event.Event;
import org.harbor.safety.AuditTrail;
import org.harbor.safety.Harmlessness;
import org.harbor.safety.Protected;
import org.harbor.tool.Tool;
import org.harbor.tool.ToolResult;
import org.harbor.tool.Toolbox;

/** Answers a question by the tools it has. */
public final class ResearchAgent {
  private static final String REFUSAL = "I can't help with that.";

  private final Toolbox tools;
  private final Bus bus;
  private final Harmlessness harmlessness;
  private final AuditTrail audit;

  public ResearchAgent(Toolbox tools, Bus bus, Harmlessness harmlessness, AuditTrail audit) {
    this.tools = Objects.requireNonNull(tools);
    this.bus = Objects.requireNonNull(bus);
    this.harmlessness = Objects.requireNonNull(harmlessness);
    this.audit = Objects.requireNonNull(audit);
  }

  public String answer(String question) {
    long start = System.nanoTime();
    bus.tell(new Event.Asked(question));
    if (!harmlessness.allows(question)) {
      return refused(question, "question");
    }
    String text = run(question);
    if (!harmlessness.allows(text)) {
      return refused(text, "answer");
    }
    String answer = cut(harmlessness.redacted(text));
    bus.tell(new Event.Answered(answer, System.nanoTime() - start));
    return answer;
  }

  private String run(String question) {
    String text = question;
    int steps = 0;
    int spent = 0;
    for (String name : tools.order()) {
      if (!Limits.within(steps, spent)) {
        break;
      }
      Tool tool = tools.tool(name).orElseThrow();
      audit.record(name, text);
      bus.tell(new Event.Called(name, text));
      ToolResult result = tool.use(text);
      text = result.orElse(text);
      steps++;
      spent += tool.cost();
    }
    return text;
  }

  private String refused(String text, String why) {
    audit.record("refused", why);
    bus.tell(new Event.Refused(text, why));
    return REFUSAL;
  }

  @Protected
  private static String cut(String answer) {
    return answer.length() > Limits.MAX_ANSWER ? answer.substring(0, Limits.MAX_ANSWER) : answer;
  }
}
