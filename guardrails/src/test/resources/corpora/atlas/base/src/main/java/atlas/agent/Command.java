package atlas.agent;

import atlas.plan.Query;

/** What a traveller can ask for. */
public sealed interface Command {
  record Plan(Query query) implements Command {}

  record Book(String traveller, Query query) implements Command {}

  record Cancel(String traveller, String code) implements Command {}

  record Unknown(String text) implements Command {}
}
