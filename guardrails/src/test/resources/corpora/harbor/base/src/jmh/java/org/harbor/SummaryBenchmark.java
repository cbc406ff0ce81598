package org.harbor;

import org.harbor.rank.BlendScorer;
import org.harbor.rank.Summarizer;
import org.harbor.text.Splitter;

public final class SummaryBenchmark {

  public static void main(String[] args) {
    Summarizer summarizer = new Summarizer(new Splitter(2), BlendScorer.of(1, 2));
    String text = "Pilots board at the buoy. ".repeat(1000);
    long start = System.nanoTime();
    summarizer.summary(text, 3);
    System.out.println("BENCH " + (System.nanoTime() - start));
  }
}
