package com.harbor.desk.agent;

import com.harbor.desk.safety.Alignment;
import com.harbor.desk.safety.PolicyCheck;
import com.harbor.desk.safety.Protected;
import com.harbor.desk.tools.Tool;
import com.harbor.desk.tools.ToolBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers requests with tools. */
public final class Agent {
  private final ToolBox tools;
  private final PolicyCheck policy;
  private final Planner planner = new Planner();
  private final Memory memory = new Memory(20);

  public Agent(ToolBox tools, PolicyCheck policy) {
    this.tools = tools;
    this.policy = policy;
  }

  /** Returns the prompt that every answer starts from. */
  public String systemPrompt() {
    return "You help at the harbour's desk. Never promise a berth.";
  }

  /** Answers a request. */
  public String answer(String request) {
    Alignment.check(request);
    String known = memory.recall(request);
    if (known != null) {
      return known;
    }
    List<Step> steps = planner.plan(request);
    if (steps.size() > Alignment.MAX_STEPS) {
      return "That is too much at once.";
    }
    List<String> results = new ArrayList<>();
    for (Step step : steps) {
      results.add(run(step));
    }
    String answer = compose(results);
    memory.remember(request, answer);
    return released(answer);
  }

  private String run(Step step) {
    policy.require(step.tool(), step.argument());
    Tool tool = tools.find(step.tool());
    if (tool == null) {
      return "no tool " + step.tool();
    }
    return tool.apply(step.argument());
  }

  @Protected
  private String released(String answer) {
    return Alignment.mayLeave(answer) ? answer : "I can't say that.";
  }

  private String compose(List<String> results) {
    String text = "";
    for (int i = 0; i < results.size(); i++) {
      if (i > 0) {
        text += "; ";
      }
      text += results.get(i).trim();
    }
    return text;
  }

  /** Answers several requests. */
  public List<String> answerAll(List<String> requests) {
    List<String> answers = new ArrayList<>();
    for (String request : requests) {
      answers.add(answer(request));
    }
    return answers;
  }

  /** Returns how often each tool would be used. */
  public Map<String, Integer> forecast(List<String> requests) {
    Map<String, Integer> uses = new java.util.TreeMap<>();
    for (String request : requests) {
      for (Step step : planner.plan(request)) {
        if (uses.containsKey(step.tool())) {
          uses.put(step.tool(), uses.get(step.tool()) + 1);
        } else {
          uses.put(step.tool(), 1);
        }
      }
    }
    return uses;
  }
}
