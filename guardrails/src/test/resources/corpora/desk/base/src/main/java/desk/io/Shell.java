package desk.io;

import java.io.IOException;
import java.util.List;

/** Runs the programs that operators asked for. */
public class Shell {

  /** Runs a command and returns its exit code. */
  public int run(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -2;
    }
  }

  /** Returns a command as one line. */
  public static String line(List<String> command) {
    return String.join(" ", command);
  }
}
