package dev.ratchet.edit;

import static dev.ratchet.edit.PatchFormat.UNIFIED_DIFF;
import static dev.ratchet.edit.Patches.path;
import static dev.ratchet.edit.Patches.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryPatchTest {

  private static final byte[] OLD = noise(1);
  private static final byte[] NEW = noise(2);
  private static final SourceTree BASE = SourceTree.empty().with(path("f"), SourceFile.of(OLD));
  private static final String PATCH =
      ChangeSet.between(BASE, BASE.with(path("f"), SourceFile.of(NEW))).toString();

  private static byte[] noise(int seed) {
    byte[] noise = new byte[200];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static String refused(String patch) {
    return problem(UNIFIED_DIFF, patch, BASE).message();
  }

  @Test
  void applies_only_to_its_base() {
    SourceTree other = SourceTree.empty().with(path("f"), SourceFile.of(noise(3)));

    assertThat(Patches.applied(UNIFIED_DIFF, PATCH, BASE).file(path("f")))
        .hasValue(SourceFile.of(NEW));
    assertThat(problem(UNIFIED_DIFF, PATCH, other).message())
        .startsWith("the file it starts from has not the hash in its index line");
  }

  @Test
  void needs_full_hashes() {
    String shortIndex =
        PATCH.replaceAll("index (.{7}).*\\.\\.(.{7}).* 100644", "index $1..$2 100644");

    assertThat(refused(shortIndex))
        .isEqualTo("a binary patch needs an index line with full hashes; make it with --binary");
    assertThat(refused(PATCH.replaceAll("index .*\n", "")))
        .isEqualTo("a binary patch needs an index line with full hashes; make it with --binary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "literal 200 | literal 199 | its data has not the 199 bytes it says",
        "literal 200 | literal 201 | its data has not the 201 bytes it says",
        "literal 200 | literal 99999999 | is no number up to",
        "literal 200 | literal -1 | is no number up to",
        "\\nz | \\nB | it has a line of a wrong length",
        "\\nz | \\n, | it has a line of a wrong length",
        "literal 200 | nothing 200 | it has not one or two parts",
      })
  void that_is_damaged_is_refused(String part, String damaged, String reason) {
    String patch = PATCH.replaceFirst(part.replace("\\n", "\n"), damaged.replace("\\n", "\n"));

    assertThat(Patches.problems(UNIFIED_DIFF, patch, BASE).get(0).message()).contains(reason);
  }

  @Test
  void every_change_of_a_character_is_noticed() {
    int start = PATCH.indexOf("literal");
    int damaged = 0;
    for (int at = start; at < PATCH.length(); at++) {
      char other = PATCH.charAt(at) == 'A' ? 'B' : 'A';
      String patch = PATCH.substring(0, at) + other + PATCH.substring(at + 1);
      PatchResult result = UNIFIED_DIFF.read(patch, BASE);
      // A change in the unused bits of the last word of a line alters no byte.
      if (result instanceof PatchResult.Resolved resolved) {
        assertThat(resolved.changes().changes().get(0).after()).hasValue(SourceFile.of(NEW));
      } else {
        damaged++;
      }
    }
    assertThat(damaged).isGreaterThan((PATCH.length() - start) * 9 / 10);
  }

  @Test
  void whose_reverse_does_not_lead_back_is_refused() {
    int second = PATCH.lastIndexOf("literal");
    String reverse = GitBinary.encode(noise(4));

    assertThat(refused(PATCH.substring(0, second) + reverse))
        .isEqualTo(
            "the binary patch does not apply, because its reverse does not lead back to the file");
  }

  @Test
  void delta_copies_and_inserts() throws BinaryPatch.Corrupt {
    byte[] base = "0123456789".getBytes(StandardCharsets.US_ASCII);

    assertThat(delta(10, 6, 0x91, 2, 4, 2, 'x', 'y').applyTo(base)).asString().isEqualTo("2345xy");
  }

  @Test
  void delta_that_leaves_its_bounds_is_refused() {
    byte[] base = new byte[10];

    for (BinaryPatch bad :
        List.of(
            delta(9, 1, 1, 'x'),
            delta(10, 2, 1, 'x'),
            delta(10, 1, 2, 'x', 'y'),
            delta(10, 1, 5, 'x'),
            delta(10, 1, 0),
            delta(10, 4, 0x91, 8, 4),
            delta(10, 4, 0x91, 8),
            delta(10, 0x80),
            delta(10, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f))) {
      assertThatThrownBy(() -> bad.applyTo(base))
          .isInstanceOf(BinaryPatch.Corrupt.class)
          .hasMessageStartingWith("its delta ");
    }
  }

  private static BinaryPatch delta(int... code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b : code) {
      bytes.write(b);
    }
    return new BinaryPatch(true, bytes.toByteArray());
  }
}
