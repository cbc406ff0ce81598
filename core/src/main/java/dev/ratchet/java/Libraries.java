package dev.ratchet.java;

import dev.ratchet.isolation.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class path of a target as its child processes see it: inside of their scratch directory.
 *
 * <p>A child may neither see nor be able to read the host's repository of jars.
 */
record Libraries(List<Path> originals) {
  Libraries {
    originals = List.copyOf(originals);
  }

  /** Returns the names, relative to the scratch directory, in the order of the class path. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path original : originals) {
      names.add("lib/" + names.size() + "-" + original.getFileName());
    }
    return names;
  }

  /** Makes them visible to a command; what is not there now is not there for the child either. */
  void addTo(Command.Builder command) {
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      if (originals.get(i).toFile().exists()) {
        command.withOriginal(names.get(i), originals.get(i));
      }
    }
  }
}
