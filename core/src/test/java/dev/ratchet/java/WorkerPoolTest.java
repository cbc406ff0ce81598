package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Task;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  @Test
  void sends_every_class_of_the_worker_and_nothing_else() throws IOException, URISyntaxException {
    Path home = Path.of(Task.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> present;
    if (Files.isDirectory(home)) {
      present = workerClasses(home);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        present = workerClasses(jar.getPath("/"));
      }
    }

    assertThat(WorkerPool.classFiles().keySet()).containsExactlyInAnyOrderElementsOf(present);
  }

  private static List<String> workerClasses(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("dev/ratchet/benchmarks/worker"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("package-info.class"))
          .map(name -> "/dev/ratchet/benchmarks/worker/" + name)
          .toList();
    }
  }
}
