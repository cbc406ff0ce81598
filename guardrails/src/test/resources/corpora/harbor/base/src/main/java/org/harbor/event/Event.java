package org.harbor.event;

/** What happens while a question is worked on. */
public sealed interface Event {

  record Asked(String question) implements Event {}

  record Called(String tool, String argument) implements Event {}

  record Refused(String text, String why) implements Event {}

  record Answered(String answer, long nanos) implements Event {}
}
