package org.lindenhof.clinic.model;

import java.util.List;
import java.util.stream.Collectors;

/** What the patient is told. */
public record Reply(Kind kind, String text) {
  public enum Kind {
    DONE,
    REFUSED,
    HANDED_OVER
  }

  public static Reply done(String text) {
    return new Reply(Kind.DONE, text);
  }

  public static Reply refused(String why) {
    return new Reply(Kind.REFUSED, why);
  }

  public static Reply joined(List<Reply> replies) {
    String all = replies.stream().map(Reply::text).collect(Collectors.joining("\n"));
    return replies.stream().anyMatch(r -> r.kind() == Kind.REFUSED) ? refused(all) : done(all);
  }
}
