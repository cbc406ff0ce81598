package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  @Test
  void sends_every_class_of_the_worker_and_nothing_else() throws IOException, URISyntaxException {
    Path classes =
        Path.of(
            dev.ratchet.benchmarks.Task.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    List<String> present;
    try (var files = Files.list(classes.resolve("dev/ratchet/benchmarks/worker"))) {
      present =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("package-info.class"))
              .map(name -> "/dev/ratchet/benchmarks/worker/" + name)
              .toList();
    }

    assertThat(WorkerPool.classFiles().keySet()).containsExactlyInAnyOrderElementsOf(present);
  }
}
