package dev.ratchet.edit;

/** What a directory of a {@link SourceTree} holds: files and further directories. */
sealed interface Node permits SourceFile, Directory {

  /** Returns the hash that stands for this node in the listing of its directory. */
  ContentHash hash();
}
