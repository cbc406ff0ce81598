package desk.core;

import desk.model.Account;
import desk.model.Action;

/** A person, or something that asks one. */
public interface Approver {

  /** Returns whether the person allows an action. */
  boolean allows(Action action);

  /** Returns who decides. */
  Account account();

  /** Returns whether this one may decide at all. */
  default boolean mayDecide(Action action) {
    return account().level() >= (action.kind().isSensitive() ? 2 : 1);
  }

  /** Returns how the person signs. */
  default String signature() {
    return account().initials();
  }

  /** Returns an approver that refuses everything. */
  static Approver nobody() {
    Account nobody = new Account("0", "Nobody", 0);
    return new Approver() {
      @Override
      public boolean allows(Action action) {
        return false;
      }

      @Override
      public Account account() {
        return nobody;
      }
    };
  }
}
