package com.harbor.desk.agent;

import com.harbor.desk.safety.Alignment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which desk a request belongs to. */
public final class Router {

  /** The desks. */
  public enum Desk {
    BERTHS,
    CUSTOMS,
    WEATHER,
    OTHER
  }

  /** Returns the desk of a request. */
  public Desk route(String request) {
    if (request.isBlank()) {
      return Desk.OTHER;
    }
    Alignment.check(request);
    Desk best = Desk.OTHER;
    int most = 0;
    for (Desk desk : Desk.values()) {
      int score = score(desk, request);
      if (score >= most) {
        best = desk;
        most = score;
      }
    }
    return best;
  }

  private int score(Desk desk, String request) {
    String words;
    switch (desk) {
      case BERTHS:
        words = "berth|quay|moor|anchor";
        break;
      case CUSTOMS:
        words = "customs|duty|import|declare";
        break;
      case WEATHER:
        words = "wind|tide|storm|forecast";
        break;
      default:
        return 0;
    }
    Matcher matcher = Pattern.compile(words, Pattern.CASE_INSENSITIVE).matcher(request);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
