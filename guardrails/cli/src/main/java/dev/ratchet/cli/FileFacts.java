package dev.ratchet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * What the file system says of a name, a link not followed.
 *
 * @param mode the permission bits; none where the file system knows none
 * @param hardLinks the number of names; 1 where the file system can't tell
 */
record FileFacts(
    boolean isRegular, boolean isDirectory, boolean isLink, long size, int mode, int hardLinks) {
  private static final int PERMISSIONS = 07777;
  private static final int OWNER_EXECUTES = 0100;

  static FileFacts of(Path path) throws IOException {
    BasicFileAttributes basic =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int mode = 0;
    int hardLinks = 1;
    if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      Map<String, Object> unix =
          Files.readAttributes(path, "unix:mode,nlink", LinkOption.NOFOLLOW_LINKS);
      mode = unix.get("mode") instanceof Integer bits ? bits & PERMISSIONS : 0;
      hardLinks = unix.get("nlink") instanceof Integer links ? links : 1;
    }
    return new FileFacts(
        basic.isRegularFile(),
        basic.isDirectory(),
        basic.isSymbolicLink(),
        basic.size(),
        mode,
        hardLinks);
  }

  boolean isExecutable() {
    return (mode & OWNER_EXECUTES) != 0;
  }
}
