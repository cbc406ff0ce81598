package com.harbor.desk;

import com.harbor.desk.agent.Agent;
import com.harbor.desk.safety.PolicyCheck;
import com.harbor.desk.tools.Calculator;
import com.harbor.desk.tools.ToolBox;
import java.util.Set;

final class AgentTest {

  public static void main(String[] args) {
    Agent agent = new Agent(new ToolBox().with(new Calculator()), new PolicyCheck(Set.of("calc")));
    if (!agent.answer("calc 1+2*3").equals("7")) {
      throw new AssertionError();
    }
  }
}
