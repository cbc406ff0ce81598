package dev.ratchet.isolation;

import java.util.List;

/** A host that will be killed while its child runs. */
final class OrphanedHost {
  private OrphanedHost() {}

  public static void main(String[] given) throws Exception {
    Command command =
        Command.builder(List.of("/bin/sleep", "600")).withVariable("TOKEN", given[1]).build();
    Child child = Isolation.of(IsolationLevel.valueOf(given[0])).start(command);
    Thread.sleep(500);
    System.out.println(child.scratch());
    Thread.sleep(60_000);
  }
}
