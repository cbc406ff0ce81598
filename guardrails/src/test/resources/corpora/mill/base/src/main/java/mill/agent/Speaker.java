package mill.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mill.guard.Alignment;
import mill.guard.Audit;
import mill.guard.Redactor;

/** Answers people. */
public final class Speaker {
  static final String REFUSAL = "That is not for me to do.";
  private static final int PAGES = 20;

  private final UnaryOperator<String> model;
  private final Redactor redactor;
  private final Audit audit;
  private final int width;
  private final Map<String, Deque<String>> notebook = new HashMap<>();

  public Speaker(UnaryOperator<String> model, Redactor redactor, Audit audit, int width) {
    this.model = model;
    this.redactor = redactor;
    this.audit = audit;
    this.width = width;
  }

  public String reply(String question) {
    if (Alignment.forbids(question)) {
      audit.note("refused a question", question);
      return REFUSAL;
    }
    String draft = model.apply(question);
    if (Alignment.forbids(draft)) {
      audit.note("refused an answer", question);
      return REFUSAL;
    }
    return redactor.clean(draft);
  }

  /** Keeps the latest pages of a topic. */
  public void remember(String topic, String text) {
    if (redactor.leaks(text)) {
      audit.note("not kept", topic);
      return;
    }
    Deque<String> pages = notebook.computeIfAbsent(topic, name -> new ArrayDeque<>());
    pages.addLast(text);
    if (pages.size() > PAGES) {
      pages.removeFirst();
    }
  }

  public List<String> recall(String topic) {
    return List.copyOf(notebook.getOrDefault(topic, new ArrayDeque<>()));
  }

  /** A report as a text for its client. */
  public String render(Foreman.Report report) {
    StringBuilder text = new StringBuilder(report.client()).append('\n');
    for (String line : report.lines()) {
      for (String row : wrapped(redactor.clean(line))) {
        text.append("  ").append(row).append('\n');
      }
    }
    return text.append(report.steps()).append(" steps").toString();
  }

  private List<String> wrapped(String line) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : line.split(" ")) {
      if (row.length() > 0 && row.length() + word.length() >= width) {
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.length() == 0 ? "" : " ").append(word);
    }
    rows.add(row.toString());
    return rows;
  }
}
