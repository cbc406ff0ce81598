package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The user that one child runs as, when it is not the host's.
 *
 * <p>A host with the rights of root gives each child a user of its own, because limits on processes
 * do not bind root, and because children of one user could meddle with each other.
 *
 * @param id user and group, from the range that systemd keeps for passing users
 */
record ChildUser(int id) {
  private static final int FIRST = 61184;
  private static final int COUNT = 4336;
  private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(COUNT));
  private static final Path SELF = Path.of("/proc/self");

  static ChildUser next() {
    return new ChildUser(FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT));
  }

  /** Returns whether the host may change into another user. */
  static boolean canChange() {
    try {
      return hostId() == 0 && hasUsers(Files.readAllLines(SELF.resolve("uid_map")));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  static int hostId() throws IOException {
    return (Integer) Files.getAttribute(SELF, "unix:uid");
  }

  /** In a name space of its own root may be the only user there is. */
  private static boolean hasUsers(List<String> map) {
    return map.stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(
            range ->
                Long.parseLong(range[0]) <= FIRST
                    && Long.parseLong(range[0]) + Long.parseLong(range[2]) >= FIRST + COUNT);
  }

  /** Returns whether a child can read a path of the host: as this user, or as the host's. */
  static boolean reaches(Optional<ChildUser> user, Path real) {
    return user.isEmpty() ? Files.isReadable(real) : isPublic(real);
  }

  private static boolean isPublic(Path real) {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(real);
      boolean open = rights.contains(PosixFilePermission.OTHERS_READ);
      for (Path at = Files.isDirectory(real) ? real : real.getParent();
          at != null && open;
          at = at.getParent()) {
        rights = Files.getPosixFilePermissions(at);
        open = rights.contains(PosixFilePermission.OTHERS_EXECUTE);
      }
      return open;
    } catch (IOException e) {
      return false;
    }
  }
}
