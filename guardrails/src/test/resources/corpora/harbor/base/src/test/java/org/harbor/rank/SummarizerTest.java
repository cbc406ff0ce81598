package org.harbor.rank;

import org.harbor.text.Splitter;

final class SummarizerTest {

  public static void main(String[] args) {
    Summarizer summarizer = new Summarizer(new Splitter(2), BlendScorer.of(1, 2));
    if (!summarizer.summary("Cranes lift. Cranes turn. Gulls.", 1).equals("Cranes lift.")) {
      throw new AssertionError("the first");
    }
  }
}
