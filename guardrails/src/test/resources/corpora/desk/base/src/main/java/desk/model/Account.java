package desk.model;

import java.util.Objects;

/** Who a person is; two are the same if their numbers are. */
public final class Account implements Comparable<Account> {
  private final String number;
  private final String name;
  private final int level;

  public Account(String number, String name, int level) {
    this.number = Objects.requireNonNull(number, "number");
    this.name = Objects.requireNonNull(name, "name");
    this.level = level;
  }

  public String number() {
    return number;
  }

  public String name() {
    return name;
  }

  /** Returns what the person may decide: 0 nothing, 1 small things, 2 everything. */
  public int level() {
    return level;
  }

  /** Returns the initials. */
  public String initials() {
    StringBuilder initials = new StringBuilder();
    for (String part : name.split(" ")) {
      if (!part.isEmpty()) {
        initials.append(Character.toUpperCase(part.charAt(0)));
      }
    }
    return initials.toString();
  }

  @Override
  public int compareTo(Account other) {
    return number.compareTo(other.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Account that && number.equals(that.number);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }

  @Override
  public String toString() {
    return number + " (" + name + ")";
  }
}
