package desk.tools;

import desk.core.Limits;
import desk.model.Action;
import desk.model.Ticket;
import desk.text.Redactor;
import desk.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Answers customers. */
public final class ReplyTool implements Tool {
  private final List<String> outbox = new ArrayList<>();

  @Override
  public Action.Kind kind() {
    return Action.Kind.REPLY;
  }

  @Override
  public Result run(Ticket ticket, Action action) {
    String text = letter(ticket, action.note());
    send(Redactor.clean(text));
    return Result.done("answered " + ticket.id());
  }

  private String letter(Ticket ticket, String note) {
    String name = Text.capital(ticket.customer());
    return Limits.GREETING + " " + name + ",\n\n" + note + "\n";
  }

  private void send(String text) {
    outbox.add(text);
  }

  /** Returns what was sent. */
  public List<String> outbox() {
    return List.copyOf(outbox);
  }
}
