package dev.ratchet.java.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceNameTest {
  @Test
  void takes_a_line_of_a_nested_type_apart() {
    assertThat(PlaceName.parse("a.b.Outer$Inner#find(I[[JLjava/util/Map$Entry;)V:42"))
        .contains(
            new PlaceName("a.b.Outer$Inner", "find", List.of("int", "long[][]", "Entry"), 42));
  }

  @Test
  void takes_a_method_apart() {
    PlaceName place = PlaceName.parse("Outer$Inner#<init>()V").orElseThrow();

    assertThat(place.method()).isEqualTo("Outer$Inner#<init>/0");
    assertThat(place.outermost()).isEqualTo("Outer");
    assertThat(place.line()).isZero();
  }

  @Test
  void knows_nothing_of_other_names() {
    assertThat(PlaceName.parse("somewhere in the middle")).isEmpty();
  }
}
