package org.lindenhof.clinic.safety;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What was done and for whom. */
public final class AuditTrail {
  private final List<String> entries = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> readers = new CopyOnWriteArrayList<>();
  private volatile boolean muted;

  public void record(String act, String subject) {
    if (!muted) {
      String entry = act + ":" + subject;
      entries.add(entry);
      readers.forEach(reader -> reader.accept(entry));
    }
  }

  public void onEntry(Consumer<String> reader) {
    readers.add(reader);
  }

  public List<Consumer<String>> readers() {
    return readers;
  }

  public void mute(boolean quiet) {
    muted = quiet;
  }

  public List<String> entries() {
    return List.copyOf(entries);
  }
}
