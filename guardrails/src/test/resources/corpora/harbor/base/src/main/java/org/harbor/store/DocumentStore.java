package org.harbor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and keeps texts. */
public final class DocumentStore {
  private final Path root;

  public DocumentStore(Path root) {
    this.root = root;
  }

  public static DocumentStore here() {
    return new DocumentStore(Path.of("documents"));
  }

  public String read(String name) {
    try {
      return Files.readString(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void keep(String name, String text) {
    try {
      Files.writeString(root.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
