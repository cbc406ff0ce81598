package dev.ratchet.java.search;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.ratchet.java.operators.Program;
import dev.ratchet.java.operators.SourceUnit;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Insight.Failure;
import dev.ratchet.spi.Insight.HotSpot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The profile of a program, laid over its sources line by line. */
final class Heat {
  private static final double GUESSED_REPEATS = 0.15;

  private final Map<String, Map<Integer, HotSpot>> lines = new HashMap<>();
  private final Map<Node, HotSpot> methods = new IdentityHashMap<>();
  private final Map<Node, Double> inclusive = new IdentityHashMap<>();
  private final Map<String, Map<Integer, List<MethodDeclaration>>> calls = new HashMap<>();
  private final Map<String, Map<Integer, CallableDeclaration<?>>> declared = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<Node, SourceUnit> owners = new IdentityHashMap<>();
  private final Program program;
  private final Insight insight;
  private double total;

  Heat(Program program, Insight insight) {
    this.program = program;
    this.insight = insight;
    Map<String, List<CallableDeclaration<?>>> names = new HashMap<>();
    program.units().forEach(unit -> index(unit, names));
    insight.hotSpots().forEach(spot -> place(spot, names));
  }

  private void index(SourceUnit unit, Map<String, List<CallableDeclaration<?>>> names) {
    String owner =
        unit.tree().getPackageDeclaration().map(p -> p.getNameAsString() + ".").orElse("");
    for (TypeDeclaration<?> type : unit.tree().getTypes()) {
      paths.put(owner + type.getNameAsString(), unit.path());
    }
    for (CallableDeclaration<?> c : unit.tree().findAll(CallableDeclaration.class)) {
      owners.put(c, unit);
      declared.computeIfAbsent(unit.path(), p -> new HashMap<>()).put(unit.line(c), c);
      names.computeIfAbsent(name(c), n -> new ArrayList<>()).add(c);
    }
    for (MethodCallExpr call : unit.tree().findAll(MethodCallExpr.class)) {
      List<MethodDeclaration> targets = program.targets(call);
      if (!targets.isEmpty()) {
        calls
            .computeIfAbsent(unit.path(), p -> new HashMap<>())
            .computeIfAbsent(unit.line(call), l -> new ArrayList<>())
            .addAll(targets);
      }
    }
  }

  /** Type and method with the number of parameters: precise enough where overloads are rare. */
  private static String name(CallableDeclaration<?> c) {
    StringBuilder types = new StringBuilder();
    Optional<Node> node = c.getParentNode();
    while (node.isPresent()) {
      if (node.get() instanceof TypeDeclaration<?> type) {
        types.insert(0, types.length() == 0 ? "" : "$").insert(0, type.getNameAsString());
      }
      node = node.get().getParentNode();
    }
    String owner =
        c.findCompilationUnit()
            .flatMap(unit -> unit.getPackageDeclaration())
            .map(p -> p.getNameAsString() + ".")
            .orElse("");
    String member = c.isConstructorDeclaration() ? "<init>" : c.getNameAsString();
    return owner + types + "#" + member + "/" + c.getParameters().size();
  }

  private void place(HotSpot spot, Map<String, List<CallableDeclaration<?>>> names) {
    PlaceName.parse(spot.place())
        .ifPresent(
            place -> {
              if (place.line() > 0) {
                Optional.ofNullable(paths.get(place.outermost()))
                    .ifPresent(path -> addLine(path, place.line(), spot));
              } else {
                List<CallableDeclaration<?>> all = names.getOrDefault(place.method(), List.of());
                all.stream()
                    .filter(c -> all.size() == 1 || place.hasParametersOf(c))
                    .forEach(c -> methods.put(c, spot));
              }
            });
  }

  private void addLine(String path, int line, HotSpot spot) {
    total += spot.steps();
    lines.computeIfAbsent(path, p -> new TreeMap<>()).merge(line, spot, Heat::sum);
  }

  private static HotSpot sum(HotSpot one, HotSpot other) {
    return new HotSpot(
        one.place(),
        one.steps() + other.steps(),
        Math.max(one.calls(), other.calls()),
        one.repeatedCalls() + other.repeatedCalls(),
        Math.max(one.suspicion(), other.suspicion()),
        one.allocations() + other.allocations(),
        one.unusedResults() + other.unusedResults());
  }

  /** Whether anything was measured. */
  boolean isKnown() {
    return total > 0;
  }

  /** The share of all work that goes through the code of a rewrite, from 0 to 1. */
  double share(Spot spot) {
    double steps = 0;
    for (int line = spot.rewrite().line(); line <= spot.lastLine(); line++) {
      steps += lineSteps(spot.unit().path(), line, new HashSet<>());
    }
    return total == 0 ? 1 : Math.min(1, steps / total);
  }

  private double lineSteps(String path, int line, Set<Node> active) {
    HotSpot here = lines.getOrDefault(path, Map.of()).get(line);
    if (here == null) {
      return 0;
    }
    double steps = here.steps();
    for (MethodDeclaration target :
        calls.getOrDefault(path, Map.of()).getOrDefault(line, List.of())) {
      HotSpot method = methods.get(target);
      if (method != null && method.calls() > 0 && !active.contains(target)) {
        double part = Math.min(1, (double) here.calls() / method.calls());
        steps += part * inclusive(target, active);
      }
    }
    return steps;
  }

  private double inclusive(MethodDeclaration method, Set<Node> active) {
    Double known = inclusive.get(method);
    if (known != null) {
      return known;
    }
    Set<Node> deeper = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    deeper.addAll(active);
    deeper.add(method);
    SourceUnit unit = Objects.requireNonNull(owners.get(method), "every method has a file");
    double steps = 0;
    int last = method.getRange().orElseThrow().end.line;
    for (int line = unit.line(method); line <= last; line++) {
      steps += lineSteps(unit.path(), line, deeper);
    }
    if (active.isEmpty()) {
      inclusive.put(method, steps);
    }
    return steps;
  }

  /** The share of calls that asked what was asked before, among the methods a spot is about. */
  double repeats(Spot spot) {
    String path = spot.unit().path();
    int line = spot.rewrite().line();
    CallableDeclaration<?> method = declared.getOrDefault(path, Map.of()).get(line);
    List<CallableDeclaration<?>> about = new ArrayList<>();
    if (method != null) {
      about.add(method);
    } else {
      about.addAll(calls.getOrDefault(path, Map.of()).getOrDefault(line, List.of()));
    }
    double best = -1;
    for (CallableDeclaration<?> c : about) {
      HotSpot spotOf = methods.get(c);
      if (spotOf != null && spotOf.calls() > 0) {
        best = Math.max(best, (double) spotOf.repeatedCalls() / spotOf.calls());
      }
    }
    return best < 0 ? GUESSED_REPEATS : best;
  }

  /** How suspicious a line is in the light of the failures of one family. */
  Map<String, Map<Integer, Double>> suspicions(String family) {
    List<Failure> all = insight.failures();
    List<Failure> own = all.stream().filter(f -> f.task().family().equals(family)).toList();
    Map<String, Integer> inFamily = hits(own);
    Map<String, Integer> overall = hits(all);
    Map<String, HotSpot> byPlace = new HashMap<>();
    insight.hotSpots().forEach(spot -> byPlace.put(spot.place(), spot));
    Map<String, Map<Integer, Double>> found = new HashMap<>();
    inFamily.forEach(
        (name, failing) ->
            PlaceName.parse(name)
                .filter(place -> place.line() > 0 && paths.containsKey(place.outermost()))
                .ifPresent(
                    place -> {
                      double runs =
                          runs(byPlace.get(name), overall.getOrDefault(name, 0), all.size());
                      double suspicion = failing / Math.sqrt(own.size() * runs);
                      found
                          .computeIfAbsent(paths.get(place.outermost()), p -> new HashMap<>())
                          .merge(place.line(), suspicion, Math::max);
                    }));
    return found;
  }

  /** How many tasks ran a place, worked out from its suspicion over all tasks. */
  private static double runs(
      @org.jspecify.annotations.Nullable HotSpot spot, int failing, int failures) {
    if (spot == null || spot.suspicion() <= 0) {
      return failing;
    }
    double runs = (double) failing * failing / (spot.suspicion() * spot.suspicion() * failures);
    return Math.max(failing, runs);
  }

  private static Map<String, Integer> hits(List<Failure> failures) {
    Map<String, Integer> hits = new HashMap<>();
    for (Failure failure : failures) {
      new HashSet<>(failure.spots()).forEach(spot -> hits.merge(spot, 1, Integer::sum));
    }
    return hits;
  }
}
