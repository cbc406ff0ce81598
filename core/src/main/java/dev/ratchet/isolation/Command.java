package dev.ratchet.isolation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What to run: arguments, environment, files in its scratch directory, limits. Users build it.
 *
 * <p>Immutable. The environment is empty except for what is named here. {@link #SCRATCH} inside an
 * argument stands for the absolute path of the scratch directory.
 */
public final class Command {
  /** Stands for the path of the scratch directory in arguments and launcher prefixes. */
  public static final String SCRATCH = "{scratch}";

  private static final int DEFAULT_LIMIT = 1 << 20;

  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Map<String, byte[]> files;
  private final String directory;
  private final int outputLimit;
  private final int errorLimit;
  private final boolean openInput;

  private Command(Builder builder) {
    this.arguments = builder.arguments;
    this.environment = Map.copyOf(builder.environment);
    this.files = Map.copyOf(builder.files);
    this.directory = builder.directory;
    this.outputLimit = builder.outputLimit;
    this.errorLimit = builder.errorLimit;
    this.openInput = builder.openInput;
  }

  /**
   * Returns a builder of a command.
   *
   * @param arguments the program and its arguments; no shell is involved
   * @throws IllegalArgumentException if there is no program
   */
  public static Builder builder(List<String> arguments) {
    return new Builder(arguments);
  }

  List<String> arguments() {
    return arguments;
  }

  Map<String, String> environment() {
    return environment;
  }

  Map<String, byte[]> files() {
    return files;
  }

  String directory() {
    return directory;
  }

  int outputLimit() {
    return outputLimit;
  }

  int errorLimit() {
    return errorLimit;
  }

  boolean openInput() {
    return openInput;
  }

  @Override
  public String toString() {
    return String.join(" ", arguments);
  }

  /** A builder of commands. Users call it. */
  public static final class Builder {
    private final List<String> arguments;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String directory = "";
    private int outputLimit = DEFAULT_LIMIT;
    private int errorLimit = DEFAULT_LIMIT;
    private boolean openInput;

    private Builder(List<String> arguments) {
      this.arguments = List.copyOf(arguments);
      if (arguments.isEmpty()) {
        throw new IllegalArgumentException("arguments must begin with a program, but is empty");
      }
    }

    /** Sets a variable of the otherwise empty environment. */
    public Builder withVariable(String name, String value) {
      environment.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
      return this;
    }

    /** Lets these variables of the host through, where they are set. */
    public Builder withInherited(String... names) {
      for (String name : names) {
        String value = System.getenv(name);
        if (value != null) {
          environment.put(name, value);
        }
      }
      return this;
    }

    /**
     * Puts a file into the scratch directory.
     *
     * @param name a relative path with {@code /}
     * @throws IllegalArgumentException if the name leaves the directory
     */
    public Builder withFile(String name, byte[] content) {
      files.put(requireInside(name), content.clone());
      return this;
    }

    /**
     * Sets the directory below the scratch directory to work in; the scratch directory by default.
     *
     * @throws IllegalArgumentException if the name leaves the scratch directory
     */
    public Builder withDirectory(String name) {
      directory = requireInside(name);
      return this;
    }

    /**
     * Sets how many bytes are kept of standard output and of standard error; the rest is dropped.
     *
     * @throws IllegalArgumentException if a limit is negative
     */
    public Builder withLimits(int output, int error) {
      if (output < 0 || error < 0) {
        throw new IllegalArgumentException(
            "Limits must not be negative, but are " + output + " and " + error);
      }
      outputLimit = output;
      errorLimit = error;
      return this;
    }

    /**
     * Keeps standard input open after the input, until standard output has ended.
     *
     * <p>A child that reads on and ends itself at the end of the stream then leaves no orphan when
     * the host is killed.
     */
    public Builder withOpenInput() {
      openInput = true;
      return this;
    }

    /** Returns the command. */
    public Command build() {
      return new Command(this);
    }

    private static String requireInside(String name) {
      Path path = Path.of(name).normalize();
      if (path.isAbsolute() || path.startsWith("..")) {
        throw new IllegalArgumentException(
            "A file of a command lies inside its scratch directory, but is '" + name + "'");
      }
      return name;
    }
  }
}
