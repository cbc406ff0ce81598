package desk.tools;

import desk.model.Action;
import desk.model.Ticket;

/** Something that does one kind of action. */
public interface Tool {

  /** Returns what the tool does. */
  Action.Kind kind();

  /** Does an action and says what came of it. */
  Result run(Ticket ticket, Action action);

  /** Returns whether this tool does an action. */
  default boolean handles(Action action) {
    return action.kind() == kind();
  }

  /** What came of an action. */
  record Result(boolean done, String message) {
    static Result done(String message) {
      return new Result(true, message);
    }

    static Result refused(String message) {
      return new Result(false, message);
    }
  }
}
