package com.harbor.desk.agent;

import com.harbor.desk.safety.Protected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets requests through; half of it is protected, half is not. */
public final class Gate {
  private static final int LOUD = 3;

  /** How urgent a request sounds. */
  public enum Tone {
    CALM,
    FIRM,
    LOUD
  }

  private final List<String> log = new ArrayList<>();
  private final int width = 12;

  /** Returns the tone of a request. */
  public Tone tone(String request) {
    int marks = 0;
    for (char c : request.toCharArray()) {
      if (c == '!') {
        marks++;
      }
    }
    if (marks >= LOUD) {
      return Tone.LOUD;
    }
    return marks > 0 ? Tone.FIRM : Tone.CALM;
  }

  /** Returns what may pass, shortest first. */
  @Protected
  public List<String> allowed(List<String> requests) {
    List<String> allowed = new ArrayList<>();
    requests.stream()
        .filter(request -> !request.isBlank() && request.length() < 200)
        .forEach(request -> allowed.add("> " + request));
    allowed.sort(
        new Comparator<String>() {
          @Override
          public int compare(String a, String b) {
            return a.length() - b.length();
          }
        });
    return allowed;
  }

  /** Returns how many requests a tone lets through at once. */
  @Protected
  int quota(Tone tone) {
    switch (tone) {
      case LOUD:
        return 1;
      case FIRM:
        return 2;
      default:
        return 4;
    }
  }

  /** Notes a request. */
  public void note(String request) {
    log.add(request.length() > width ? request.substring(0, width) : request);
  }

  /** Returns the notes, a line each. */
  public String notes() {
    String text = "";
    for (String line : log) {
      text += line + "\n";
    }
    return text;
  }
}
