package dev.ratchet.guardrails.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages, types and members that the JDK we run on offers to programs. */
final class RunningJdk {
  private static final Path IMAGE =
      FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");

  private RunningJdk() {}

  /** Returns the exported packages with their modules. */
  static Map<String, String> packages() {
    Map<String, String> packages = new TreeMap<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      module.descriptor().exports().stream()
          .filter(exports -> !exports.isQualified())
          .map(Exports::source)
          .forEach(name -> packages.put(name, module.descriptor().name()));
    }
    return packages;
  }

  /** Returns all packages, those that nobody may use as well. */
  static Set<String> allPackages() {
    return ModuleFinder.ofSystem().findAll().stream()
        .flatMap(module -> module.descriptor().packages().stream())
        .collect(Collectors.toSet());
  }

  /** Returns the public types, nested ones too; none where the module is not in our layer. */
  static List<Class<?>> types(String module, String name) {
    try (Stream<Path> files = Files.list(IMAGE.resolve(module).resolve(name.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .map(file -> load(name + "." + file.replace(".class", "")))
          .flatMap(Optional::stream)
          .filter(RunningJdk::isOffered)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, ClassLoader.getSystemClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static boolean isOffered(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return !type.isAnonymousClass()
        && !type.isLocalClass()
        && isOffered(type.getModifiers())
        && (outer == null || isOffered(outer));
  }

  private static boolean isOffered(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Returns the members that it declares, and those it has from types that nobody can name. */
  static Stream<Member> members(Class<?> type) {
    Stream<Member> declared =
        Stream.of(
                type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
            .flatMap(Arrays::stream);
    return Stream.concat(declared, Arrays.stream(type.getMethods()))
        .filter(member -> isOffered(member.getModifiers()) && !member.isSynthetic());
  }

  /** Returns the descriptor of a member; empty for a field. */
  static String descriptor(Member member) {
    return member instanceof Executable executable
        ? Arrays.stream(executable.getParameterTypes())
            .map(Class::descriptorString)
            .collect(Collectors.joining("", "(", ")V"))
        : "";
  }

  static String name(Member member) {
    return member instanceof java.lang.reflect.Constructor<?> ? "new" : member.getName();
  }
}
