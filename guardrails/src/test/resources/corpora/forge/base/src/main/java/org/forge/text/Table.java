package org.forge.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, aligned for reading. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    rows.add(row);
    return this;
  }

  public String render() {
    String out = "";
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        out += pad(row.get(column), width(column)) + " | ";
      }
      out += "\n";
    }
    return out;
  }

  private int width(int column) {
    int width = 0;
    for (List<String> row : rows) {
      if (column < row.size() && row.get(column).length() > width) {
        width = row.get(column).length();
      }
    }
    return width;
  }

  private static String pad(String text, int width) {
    while (text.length() < width) {
      text = text + " ";
    }
    return text;
  }
}
