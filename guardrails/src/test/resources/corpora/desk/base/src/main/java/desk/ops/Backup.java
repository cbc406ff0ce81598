package desk.ops;

import desk.io.Disk;
import desk.io.Pulse;
import desk.io.Shell;
import desk.safety.AuditLog;
import java.util.List;

/** Copies the log away; an operator starts it. */
public final class Backup {
  private final Shell shell;
  private final AuditLog audit;

  public Backup(Shell shell, AuditLog audit) {
    this.shell = shell;
    this.audit = audit;
  }

  /** Writes the log and copies it, and returns whether that worked. */
  public boolean run(String file) {
    Pulse pulse = new Pulse();
    Disk.write(file, String.join("\n", audit.entries()));
    int code = shell.run(List.of("cp", file, file + ".bak"));
    audit.record("backup took " + pulse.millis() + " ms");
    return code == 0;
  }
}
