package org.forge.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.forge.event.EventBus;
import org.forge.event.Events;
import org.forge.memory.Memory;
import org.forge.plan.Planner;
import org.forge.plan.Step;
import org.forge.prompt.Prompts;
import org.forge.safety.Protected;
import org.forge.safety.Safeguards;
import org.forge.tool.ToolBox;

/** Solves requests step by step. */
public final class Agent {
  private final Safeguards safeguards;
  private final ToolBox tools;
  private final Planner planner;
  private final Memory memory;
  private final EventBus events;

  private Agent(Builder builder) {
    this.safeguards = builder.safeguards;
    this.tools = builder.tools;
    this.planner = builder.planner;
    this.memory = builder.memory;
    this.events = builder.events;
  }

  public static Builder builder(Safeguards safeguards) {
    return new Builder(safeguards);
  }

  public Answer solve(String request) {
    Optional<String> refusal = safeguards.screen(request);
    if (refusal.isPresent()) {
      return new Answer.Refused(Prompts.refusal(refusal.get()));
    }
    events.publish(new Events.Started(request));
    Optional<String> known = memory.recall(request);
    if (known.isPresent()) {
      return new Answer.Solved(safeguards.release(known.get()), 0);
    }
    List<Step> steps = planner.plan(request);
    if (steps.size() == 0) {
      return new Answer.GaveUp(Prompts.unknown(request));
    }
    List<String> results = new ArrayList<>();
    int done = 0;
    for (Step step : steps) {
      if (!safeguards.mayContinue(done)) {
        return new Answer.GaveUp("Stopped after " + done + " steps");
      }
      String result = tools.call(step.tool(), step.input());
      done++;
      events.publish(new Events.StepDone(done, step.tool(), result));
      results.add(result);
    }
    String answer = safeguards.release(joined(results));
    memory.keep(request, answer);
    events.publish(new Events.Finished(answer, done));
    return new Answer.Solved(answer, done);
  }

  private String joined(List<String> results) {
    String all = "";
    for (String result : results) {
      if (!all.equals("")) {
        all += "; ";
      }
      all += result;
    }
    return all;
  }

  public String explain(String request) {
    String text = Prompts.plan(request) + "\n";
    int number = 1;
    for (Step step : planner.plan(request)) {
      text += number + ". " + step.tool() + " " + step.input() + "\n";
      number++;
    }
    return text;
  }

  /** What a model behind this agent is told before everything else. */
  @Protected
  public String preamble() {
    return Prompts.system() + "\nAt most " + safeguards.alignment().maxSteps() + " steps.";
  }

  /** Puts an agent together. */
  public static final class Builder {
    private final Safeguards safeguards;
    private ToolBox tools;
    private Planner planner = Planner.standard();
    private Memory memory = new Memory(100);
    private EventBus events = new EventBus();

    private Builder(Safeguards safeguards) {
      this.safeguards = safeguards;
      this.tools = new ToolBox(safeguards);
    }

    public Builder tools(ToolBox tools) {
      this.tools = tools;
      return this;
    }

    public Builder planner(Planner planner) {
      this.planner = planner;
      return this;
    }

    public Builder memory(Memory memory) {
      this.memory = memory;
      return this;
    }

    public Builder events(EventBus events) {
      this.events = events;
      return this;
    }

    public Agent build() {
      return new Agent(this);
    }
  }
}
