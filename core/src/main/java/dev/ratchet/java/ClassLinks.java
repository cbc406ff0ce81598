package dev.ratchet.java;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * The classes that a class file names: its direct supertypes, and every class in any descriptor.
 *
 * @param supertypes the binary names of superclass and interfaces
 * @param named the binary names of all classes that are named
 */
record ClassLinks(Set<String> supertypes, Set<String> named) {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>:()\\[]+)[;<]");

  static ClassLinks of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Set<String> supertypes = new LinkedHashSet<>();
    Optional.ofNullable(reader.getSuperName()).map(ClassLinks::binary).ifPresent(supertypes::add);
    Arrays.stream(reader.getInterfaces()).map(ClassLinks::binary).forEach(supertypes::add);
    return new ClassLinks(supertypes, named(reader));
  }

  /** Reads the constant pool only; a text constant that looks like a class does no harm. */
  private static Set<String> named(ClassReader reader) {
    Set<String> named = new HashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
      if (tag == 7) {
        add(reader.readUTF8(offset, buffer), named);
      } else if (tag == 12) {
        add(reader.readUTF8(offset + 2, buffer), named);
      } else if (tag == 1) {
        addText(reader, offset, buffer, named);
      }
    }
    return named;
  }

  /** Descriptors of own fields and methods, signatures and annotations are bare texts. */
  private static void addText(ClassReader reader, int offset, char[] buffer, Set<String> named) {
    int length = reader.readUnsignedShort(offset);
    if (length > 2 && indexOfSemicolon(reader, offset + 2, length)) {
      char[] text = new char[length];
      for (int i = 0; i < length; i++) {
        text[i] = (char) (reader.readByte(offset + 2 + i) & 0xFF);
      }
      add(new String(text), named);
    }
  }

  private static boolean indexOfSemicolon(ClassReader reader, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (reader.readByte(i) == ';') {
        return true;
      }
    }
    return false;
  }

  private static void add(String name, Set<String> named) {
    if (name.indexOf(';') < 0) {
      named.add(binary(name));
      return;
    }
    Matcher matcher = IN_DESCRIPTOR.matcher(name);
    while (matcher.find()) {
      named.add(binary(matcher.group(1)));
    }
  }

  private static String binary(String internal) {
    return internal.replace('/', '.');
  }
}
