package org.harbor.tool;

import org.harbor.rank.Summarizer;

/** Shortens what the tools before it found. */
public final class SummaryTool implements Tool {
  private final Summarizer summarizer;
  private final int sentences;

  public SummaryTool(Summarizer summarizer, int sentences) {
    this.summarizer = summarizer;
    this.sentences = sentences;
  }

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public ToolResult use(String argument) {
    String summary = summarizer.summary(argument, sentences);
    return summary.isEmpty() ? ToolResult.nothing("nothing to say") : ToolResult.found(summary);
  }

  @Override
  public int cost() {
    return 2;
  }
}
