package org.harbor.tool;

import java.util.List;
import java.util.stream.Collectors;
import org.harbor.index.Hit;
import org.harbor.index.InvertedIndex;

/** Finds the texts that fit a question. */
public final class SearchTool implements Tool {
  private final InvertedIndex index;
  private final int limit;

  public SearchTool(InvertedIndex index, int limit) {
    this.index = index;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public ToolResult use(String argument) {
    List<Hit> hits = index.find(argument, limit);
    if (hits.isEmpty()) {
      return ToolResult.nothing("no document has these words");
    }
    return ToolResult.found(
        hits.stream()
            .flatMap(hit -> index.text(hit.document()).stream())
            .collect(Collectors.joining("\n")));
  }
}
