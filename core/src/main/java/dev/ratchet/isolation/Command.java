package dev.ratchet.isolation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
  private final boolean readOnly;
  private final Map<String, Path> originals;
  private final List<Path> readable;
  private final Optional<Duration> cpuTime;
  private final Optional<Long> memory;

  private Command(Builder builder) {
    this.arguments = builder.arguments;
    this.environment = Map.copyOf(builder.environment);
    this.files = Map.copyOf(builder.files);
    this.directory = builder.directory;
    this.outputLimit = builder.outputLimit;
    this.errorLimit = builder.errorLimit;
    this.openInput = builder.openInput;
    this.readOnly = builder.readOnly;
    this.originals = Map.copyOf(builder.originals);
    this.readable = List.copyOf(builder.readable);
    this.cpuTime = builder.cpuTime;
    this.memory = builder.memory;
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

  boolean isReadOnly() {
    return readOnly;
  }

  Map<String, Path> originals() {
    return originals;
  }

  List<Path> readable() {
    return readable;
  }

  Optional<Duration> cpuTime() {
    return cpuTime;
  }

  Optional<Long> memory() {
    return memory;
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
    private boolean readOnly;
    private final Map<String, Path> originals = new LinkedHashMap<>();
    private final List<Path> readable = new ArrayList<>();
    private Optional<Duration> cpuTime = Optional.empty();
    private Optional<Long> memory = Optional.empty();

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
     * Makes a file or directory of the host visible in the scratch directory, to be read there.
     *
     * <p>It is linked, or copied where the process could not follow the link.
     *
     * @param name a relative path with {@code /}
     * @throws IllegalArgumentException if the name leaves the directory
     */
    public Builder withOriginal(String name, Path original) {
      originals.put(requireInside(name), original.toAbsolutePath());
      return this;
    }

    /**
     * Lets the process read a file or directory of the host at its own place, such as the modules
     * of a language; matters to {@link IsolationLevel#SANDBOX} only, which hides all others.
     */
    public Builder withReadable(Path path) {
      readable.add(path.toAbsolutePath().normalize());
      return this;
    }

    /** Lets the process read the JDK on which the host runs. */
    public Builder withJdk() {
      HostJdk.paths().forEach(this::withReadable);
      return this;
    }

    /**
     * Keeps the process from writing into its scratch directory, from the level {@link
     * IsolationLevel#NO_NETWORK} up where the host runs as root, and in a {@link
     * IsolationLevel#SANDBOX} everywhere.
     */
    public Builder withReadOnlyScratch() {
      readOnly = true;
      return this;
    }

    /**
     * Sets the most CPU time of each process, where {@code prlimit} exists; none by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder withCpuTime(Duration most) {
      if (most.isNegative() || most.isZero()) {
        throw new IllegalArgumentException("CPU time must be positive, but is " + most);
      }
      cpuTime = Optional.of(most);
      return this;
    }

    /**
     * Sets the most private memory of each process in bytes, where {@code prlimit} exists; none by
     * default. It counts what a process can write (RLIMIT_DATA), not what it only reserves.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder withMemory(long bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("Memory must be positive, but is " + bytes);
      }
      memory = Optional.of(bytes);
      return this;
    }

    /**
     * Sets the directory below the scratch directory to work in; the scratch directory by default.
     *
     * <p>Nothing else can be written to, as far as {@link #withReadOnlyScratch} says.
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
