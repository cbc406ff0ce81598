package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** How many processes and threads a child may have. */
final class ProcessLimit {
  private static final int MOST = 512;
  private static final Path PROC = Path.of("/proc");

  private ProcessLimit() {}

  /** The system counts by user, so where the child's user is the host's, what runs is added. */
  static long of(boolean ownUser) {
    return ownUser ? MOST : (long) MOST + threadsOfHostsUser();
  }

  private static int threadsOfHostsUser() {
    int threads = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      int user = ChildUser.hostId();
      for (Path process : processes) {
        threads += threads(process, user);
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return threads;
    }
    return threads;
  }

  private static int threads(Path process, int user) {
    try {
      if (!Files.getAttribute(process, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(user)) {
        return 0;
      }
      int threads = 0;
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
        for (Path task : tasks) {
          threads += Files.exists(task) ? 1 : 0;
        }
      }
      return threads;
    } catch (IOException e) {
      return 0; // It ended meanwhile.
    }
  }
}
