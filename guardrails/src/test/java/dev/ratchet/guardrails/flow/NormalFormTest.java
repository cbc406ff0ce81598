package dev.ratchet.guardrails.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.SyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that come to the same, and such that only look like it. */
class NormalFormTest {
  static Stream<Arguments> the_same() {
    return Stream.of(
        // choices
        twins("if (!allows(x)) return; send(x);", "if (allows(x)) { send(x); }"),
        twins(
            "if (a || b) return 1; return get(x);",
            "if (a) return 1; if (b) return 1; return get(x);"),
        twins("return a ? 1 : get(x);", "if (a) { return 1; } else { return get(x); }"),
        twins("return a && b;", "if (!a) return false; return b;"),
        twins("if (!(a && b)) return; send(x);", "if (!a || !b) return; send(x);"),
        twins("if (a) { if (b) { send(x); } }", "if (a && b) send(x);"),
        twins(
            "if (a) { if (b) { return get(x); } } return null;",
            "if (!a || !b) return null; return get(x);"),
        twins(
            "if (x == y) { send(x); } else { keep(x); use(y); }",
            "if (x != y) { keep(x); use(y); } else send(x);"),
        twins("if (n > m) send(x);", "if (m < n) send(x);"),
        twins("if (0 == n) send(x);", "if (n == 0) send(x);"),
        twins("if (!find(x).isPresent()) send(x);", "if (find(x).isEmpty()) send(x);"),
        twins("if (a || !allows(x)) return; send(x);", "if (!allows(x) || a) return; send(x);"),
        // names
        twins(
            "boolean ok = allows(x); if (!ok) return; send(x);",
            "if (!allows(x)) return; send(x);"),
        twins("boolean ok = a && b; if (ok) send(x);", "if (a && b) send(x);"),
        twins(
            "boolean one = a; boolean ok = allows(x); if (one && ok) send(x);",
            "if (a && allows(x)) send(x);"),
        twins("boolean ok = allows(x); return ok && b;", "return allows(x) && b;"),
        twins("boolean paid = take(x); if (a && paid) send(x);", "if (a && take(x)) send(x);"),
        // loops
        twins(
            "for (var e : list) { if (allows(e)) send(e); }",
            "list.forEach(e -> { if (!allows(e)) return; send(e); });"),
        twins(
            "list.stream().filter(e -> allows(e)).forEach(e -> send(e));",
            "for (var e : list) { if (!allows(e)) continue; send(e); }"),
        twins(
            "given(x).filter(rules::allows).forEach(e -> send(e));",
            "for (var e : given(x).toList()) { if (rules.allows(e)) send(e); }"),
        twins(
            "List<T> some = given(x).filter(e -> allows(e)).toList(); for (var e : some) send(e);",
            "for (var e : given(x).filter(e -> allows(e)).toList()) { send(e); }"),
        twins(
            "for (var it = list.iterator(); it.hasNext(); ) { var e = it.next(); send(e); }",
            "for (var e : list) send(e);"),
        twins(
            "return list.stream().anyMatch(e -> allows(e));",
            "for (var e : list) { if (allows(e)) return true; } return false;"),
        twins(
            "return list.stream().filter(e -> allows(e)).map(e -> get(e)).toList();",
            "List<T> all = new ArrayList<>();"
                + " for (var e : list) { if (allows(e)) all.add(get(e)); } return all;"),
        twins(
            "return list.stream().limit(n).map(e -> clean(e)).toList();",
            "List<T> all = new ArrayList<>(); for (var e : list) {"
                + " if (all.size() >= n) break; all.add(clean(e)); } return all;"),
        twins(
            "for (var e : list) { known.add(get(e)); }",
            "known.addAll(list.stream().map(e -> get(e)).toList());"),
        // lambdas
        twins("use(e -> rules.allows(e));", "use(rules::allows);"),
        twins("use(e -> { return get(e); });", "use(e -> get(e));"));
  }

  static Stream<Arguments> different() {
    return Stream.of(
        // choices
        twins("if (!allows(x)) return; send(x);", "if (allows(x)) return; send(x);"),
        twins("if (a || b) return; send(x);", "if (a && b) return; send(x);"),
        twins("if (a) return; if (b) return; send(x);", "if (a) { if (b) return; } send(x);"),
        twins("return a ? 1 : get(x);", "return a ? get(x) : 1;"),
        twins(
            "if (a) { if (b) { return get(x); } } return null;",
            "if (a || b) return get(x); return null;"),
        twins("if (n > m) send(x);", "if (n < m) send(x);"),
        twins("if (n > m) send(x);", "if (n >= m) send(x);"),
        twins("if (n == 1) send(x);", "if (n != 1) send(x);"),
        twins("if (a || !take(x)) return; send(x);", "if (!take(x) || a) return; send(x);"),
        twins("if (!allows(x)) return; send(x);", "send(x); if (!allows(x)) return;"),
        // names
        twins("boolean ok = has(x); send(x); if (ok) keep(x);", "send(x); if (has(x)) keep(x);"),
        twins("boolean ok = allows(x); x = y; if (ok) send(x);", "x = y; if (allows(x)) send(x);"),
        twins("boolean paid = take(x); if (a || paid) send(x);", "if (a || take(x)) send(x);"),
        twins(
            "boolean ok = allows(x); if (ok) send(x);", "boolean ok = allows(y); if (ok) send(x);"),
        twins("var v = get(x); for (var e : list) use(v);", "for (var e : list) use(get(x));"),
        twins("int v = n; use(() -> send(v));", "use(() -> send(n));"),
        twins("int v = n; use(n++, v);", "use(n++, n);"),
        twins("boolean ok = allows(x); ok = b; if (ok) send(x);", "if (allows(x)) send(x);"),
        // loops
        twins(
            "for (var e : list) { if (allows(e)) send(e); }",
            "for (var e : list) { if (allows(x)) send(e); }"),
        twins(
            "for (var e : list) { if (!allows(e)) continue; send(e); }",
            "for (var e : list) { if (!allows(e)) break; send(e); }"),
        twins(
            "for (var e : list) { if (!allows(e)) return; send(e); }",
            "list.forEach(e -> { if (!allows(e)) return; send(e); });"),
        twins(
            "given(x).filter(e -> allows(e)).forEach(e -> send(e));",
            "given(x).peek(e -> allows(e)).forEach(e -> send(e));"),
        twins(
            "return list.stream().anyMatch(e -> allows(e));",
            "return list.stream().allMatch(e -> allows(e));"),
        twins(
            "return list.stream().map(e -> clean(e)).toList();",
            "List<T> all = new ArrayList<>();"
                + " for (var e : list) { all.add(clean(e)); } all.add(x); return all;"),
        twins(
            "return list.stream().limit(n).map(e -> clean(e)).toList();",
            "List<T> all = new ArrayList<>(); for (var e : list) {"
                + " if (all.size() >= n) { all.add(e); break; } all.add(clean(e)); } return all;"),
        twins(
            "return list.stream().filter(e -> allows(e)).toList();",
            "List<T> all = new ArrayList<>(list);"
                + " for (var e : list) { if (allows(e)) all.add(e); } return all;"),
        // lambdas
        twins("use(e -> rules.allows(e));", "use(others::allows);"),
        twins("use((d, e) -> rules.allows(d, e));", "use((d, e) -> rules.allows(e, d));"),
        twins("use(e -> rules.allows(x));", "use(rules::allows);"));
  }

  private static Arguments twins(String one, String other) {
    return arguments(one, other);
  }

  @ParameterizedTest
  @MethodSource("the_same")
  void what_comes_to_the_same_is_written_in_one_way(String one, String other) {
    assertThat(form(one)).isEqualTo(form(other));
  }

  @ParameterizedTest
  @MethodSource("different")
  void what_only_looks_the_same_is_not(String one, String other) {
    assertThat(form(one)).isNotEqualTo(form(other));
  }

  private static String form(String code) {
    String type = code.matches("(?s).*return [^;].*") ? "Object" : "void";
    String text = "class Some { " + type + " run(int n, int m, T x, T y) { " + code + " } }";
    Terms terms = new Terms(new Told());
    Body body = body(text);
    terms.enter(body.parameters(), List.of(), List.of());
    return terms.of(NormalForm.of(body, new Told()).code());
  }

  private static Body body(String text) {
    try {
      return JavaSource.parse(text, 17).bodies().get(0);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Told by their names: allows, has and clean are plain, take and send do something. */
  private static final class Told implements Meaning {
    @Override
    public Optional<String> guard(Piece piece) {
      boolean calls = piece.is(Kind.CALL) || piece.is(Kind.REFERENCE);
      return Optional.of(piece.text())
          .filter(name -> calls && List.of("allows", "clean", "take").contains(name));
    }

    @Override
    public Optional<String> work(Piece piece, boolean isFresh) {
      return switch (piece.text()) {
        case "send", "keep", "take", "use" -> Optional.of("?#" + piece.text());
        case "add", "addAll" -> Optional.of("java.util.List#" + piece.text());
        default -> Optional.empty();
      };
    }

    @Override
    public Optional<String> made(Piece piece) {
      return Optional.empty();
    }

    @Override
    public Optional<Body> helper(Piece call) {
      return Optional.empty();
    }

    @Override
    public String name(String name) {
      return name;
    }

    @Override
    public Optional<String> constant(String name) {
      return Optional.empty();
    }

    @Override
    public boolean mayTake(String types) {
      return true;
    }
  }
}
