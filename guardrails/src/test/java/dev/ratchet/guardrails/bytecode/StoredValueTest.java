package dev.ratchet.guardrails.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredValueTest {
  private static final String PLAIN = "this.limit = limit; this.names = names;";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this.names = List.copyOf(names); this.limit = limit;",
        "int more = 3; this.other = more; this.limit = limit; this.names = names;",
        "this.limit = limit; this.names = names; new Helper(this.names);",
        "if (names.isEmpty()) throw new IllegalArgumentException(); this.limit = limit;",
        "if (names.isEmpty()) this.other = 2; this.limit = limit;",
        "for (String n : names) Helper.count++; this.limit = limit;",
        "int kept = limit; Helper.log(names); this.limit = kept;",
      })
  void what_does_not_decide_the_value_does_not_count(String body) throws IOException {
    assertThat(value(body, "limit I")).hasValue(value(PLAIN, "limit I").orElseThrow());
  }

  @Test
  void a_look_for_null_does_not_count() throws IOException {
    String body = "Objects.requireNonNull(names); this.names = Objects.requireNonNull(names);";
    assertThat(value(body, "names Ljava/util/List;"))
        .hasValue(value(PLAIN, "names Ljava/util/List;").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "this.limit = 99;",
        "this.limit = limit + 1;",
        "this.limit = Helper.count;",
        "this.limit = Helper.twice(limit);",
        "limit++; this.limit = limit;",
        "this.limit = limit; this.limit = 99;",
        "this.other = limit; this.limit = this.other;",
        "if (limit > 3) throw new IllegalArgumentException(); this.limit = limit;",
        "if (limit <= 3) throw new IllegalArgumentException(); this.limit = limit;",
        "Helper.check(limit); this.limit = limit;",
        "this.limit = names.size();",
        "names.clear(); this.limit = names.size();",
        "Helper.log(names); this.limit = names.size();",
        "List<String> l = names; l.clear(); this.limit = names.size();",
        "Holder.names = names; this.limit = names.size();",
      })
  void what_decides_the_value_counts(String body) throws IOException {
    Optional<String> value = value(body, "limit I");
    assertThat(value).isPresent();
    assertThat(value).isNotEqualTo(value(PLAIN, "limit I"));
    if (body.contains("; this.limit = names.size()")) {
      assertThat(value).isNotEqualTo(value("this.limit = names.size();", "limit I"));
    }
  }

  @Test
  void checks_are_told_apart() throws IOException {
    String most = "if (limit > 3) throw new IllegalArgumentException(); this.limit = limit;";
    String least = "if (limit <= 3) throw new IllegalArgumentException(); this.limit = limit;";
    assertThat(value(most, "limit I")).isNotEqualTo(value(least, "limit I"));
  }

  @Test
  void operands_are_told_apart() throws IOException {
    assertThat(value("this.limit = limit - names.size();", "limit I"))
        .isNotEqualTo(value("this.limit = names.size() - limit;", "limit I"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names = List.copyOf(names); names.clear(); this.names = names;",
        "this.names = names; this.names.clear();",
        "this.names = names; Helper.log(names);",
        "this.names = names; Object[] kept = {names}; Helper.count = kept.length;",
        "this.names = names; Helper.later = () -> names.clear();",
        "this.names = names; Holder.names = names;",
      })
  void what_is_done_to_the_value_counts(String body) throws IOException {
    String field = "names Ljava/util/List;";
    assertThat(value(body, field)).isPresent().isNotEqualTo(value(PLAIN, field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this.limit = names.isEmpty() ? 1 : limit;",
        "if (names.isEmpty()) { this.limit = 1; }",
        "if (names.isEmpty()) return; this.limit = limit;",
        "for (String name : names) { this.limit = limit; }",
        "for (int i = 0; i < limit; i++) { other += limit; } this.limit = other;",
        "try { this.limit = limit; } catch (RuntimeException e) { this.limit = 9; }",
        "this.limit = limit; change();",
        "this.limit = limit; Helper.take(this);",
        "this.limit = limit; Helper.later = () -> this.limit = 9;",
        "this.limit = limit; Helper.last = this;",
        "this.limit = limit; Object[] all = {this}; Helper.log(List.of(all));",
        "switch (limit) { case 1: throw new RuntimeException(); default: } this.limit = limit;",
      })
  void what_cannot_be_told_is_not_told(String body) throws IOException {
    assertThat(value(body, "limit I")).isEmpty();
  }

  @Test
  void only_what_feeds_the_value_is_referred_to() throws IOException {
    byte[] type = compiled("this.limit = Helper.count; this.other = Helper.twice(3);");
    assertThat(StoredValue.of(type).get(StoredValue.key("(ILjava/util/List;)V", "limitI")))
        .extracting(value -> value.references().stream().map(Reference::place).toList())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly("org.acme.Helper#count", "org.acme.Made#limit");
  }

  private Optional<String> value(String body, String field) throws IOException {
    Map<String, StoredValue> values = StoredValue.of(compiled(body));
    String key = StoredValue.key("(ILjava/util/List;)V", field.replace(" ", ""));
    return Optional.ofNullable(values.get(key)).map(StoredValue::text);
  }

  private byte[] compiled(String body) throws IOException {
    Path source = folder.resolve("Made.java");
    Files.writeString(
        source,
        """
        package org.acme;
        import java.util.*;
        class Made {
          int limit; int other; List<String> names;
          Made(int limit, List<String> names) { %s }
          void change() {}
        }
        class Holder { static List<String> names; }
        class Helper {
          static int count; static Object last; static Runnable later;
          Helper(Object o) {}
          static int twice(int n) { return 2 * n; }
          static void check(int n) {}
          static void log(Object o) {}
          static void take(Made made) {}
        }
        """
            .formatted(body));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(result).isZero();
    return Files.readAllBytes(folder.resolve("org/acme/Made.class"));
  }
}
