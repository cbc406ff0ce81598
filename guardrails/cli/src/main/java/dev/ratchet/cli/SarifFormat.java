package dev.ratchet.cli;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A report in SARIF 2.1.0, the form in which code hosts show findings beside the lines. */
final class SarifFormat {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";

  private final Report report;
  private final List<Finding> counting;
  private final List<String> rules;

  private SarifFormat(Report report) {
    this.report = report;
    this.counting = report.findings().stream().filter(f -> f.tier() != Tier.NOTE).toList();
    this.rules = counting.stream().map(Finding::rule).distinct().sorted().toList();
  }

  static String render(Report report) {
    return JsonText.of(
        ordered(
            "$schema", SCHEMA, "version", "2.1.0", "runs", List.of(new SarifFormat(report).run())));
  }

  private Map<String, Object> run() {
    return ordered(
        "tool",
        Map.of("driver", driver()),
        "invocations",
        List.of(invocation()),
        "originalUriBaseIds",
        Map.of(ROOT, Map.of("description", text("The root of the program"))),
        "columnKind",
        "utf16CodeUnits",
        "results",
        counting.stream().map(this::result).toList(),
        "properties",
        ordered(
            "verdict",
            report.decision(),
            "policyHash",
            report.policy().hash().hex(),
            "policy",
            report.policy().effective().lines().toList()));
  }

  /** Notes are no results: a code host would open an alert for each. */
  private Map<String, Object> invocation() {
    return ordered(
        "executionSuccessful",
        true,
        "exitCode",
        report.exitCode(),
        "toolExecutionNotifications",
        report.findings().stream()
            .filter(finding -> finding.tier() == Tier.NOTE)
            .map(this::notification)
            .toList());
  }

  private Map<String, Object> notification(Finding finding) {
    return ordered(
        "descriptor",
        Map.of("id", finding.rule()),
        "level",
        level(finding.tier()),
        "message",
        text(message(finding)),
        "locations",
        List.of(location(finding.place())));
  }

  private Map<String, Object> driver() {
    return ordered(
        "name",
        "Ratchet",
        "version",
        Version.text(),
        "semanticVersion",
        Version.text(),
        "rules",
        rules.stream().map(this::rule).toList());
  }

  private Map<String, Object> rule(String id) {
    Finding example =
        counting.stream().filter(finding -> finding.rule().equals(id)).findFirst().orElseThrow();
    Optional<KnownRule> known = KnownRule.find(id);
    return ordered(
        "id",
        id,
        "shortDescription",
        text(known.map(KnownRule::sentence).orElse(id)),
        "fullDescription",
        text(known.map(KnownRule::sentence).orElse(id)),
        "help",
        text(known.map(KnownRule::explained).orElse(example.toString())),
        "defaultConfiguration",
        Map.of("level", level(example.tier())),
        "properties",
        ordered("tags", List.of("security"), "security-severity", severity(example.tier())));
  }

  private Map<String, Object> result(Finding finding) {
    return ordered(
        "ruleId",
        finding.rule(),
        "ruleIndex",
        rules.indexOf(finding.rule()),
        "level",
        level(finding.tier()),
        "message",
        text(message(finding)),
        "locations",
        List.of(location(finding.place())),
        "partialFingerprints",
        Map.of("ratchet/v1", fingerprint(finding)));
  }

  private static String message(Finding finding) {
    String message = String.join("\n", Escaped.lines(finding.message()));
    String because = finding.because().isEmpty() ? "" : "\nBecause " + finding.because();
    String remedy = finding.remedy().isEmpty() ? "" : "\nRemedy: " + finding.remedy();
    return message + because + remedy;
  }

  /** Without the line, so that a finding stays the same when lines above it move. */
  private static String fingerprint(Finding finding) {
    return ContentHash.ofText(
            finding.rule() + "\n" + finding.place().path() + "\n" + finding.message())
        .hex();
  }

  /**
   * Hosts refuse a result without a place, so one about the whole edit is put at its first file.
   */
  private Map<String, Object> location(Place place) {
    if (place.path().isEmpty() && !report.touched().isEmpty()) {
      return location(new Place(report.touched().get(0), 0));
    }
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", ordered("uri", uri(place.path()), "uriBaseId", ROOT));
    if (place.line() > 0) {
      physical.put("region", Map.of("startLine", place.line()));
    }
    return Map.of("physicalLocation", physical);
  }

  /** Encodes all but what may stand in a path as it is; a colon or dots could lead elsewhere. */
  private static String uri(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      boolean dots = segment.equals(".") || segment.equals("..");
      segments.add(dots ? segment.replace(".", "%2E") : encoded(segment));
    }
    String uri = String.join("/", segments);
    return uri.isEmpty() ? "." : uri.startsWith("/") ? "%2F" + uri.substring(1) : uri;
  }

  private static String encoded(String segment) {
    StringBuilder uri = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
    return uri.toString();
  }

  private static String level(Tier tier) {
    return switch (tier) {
      case HARD -> "error";
      case ESCALATE -> "warning";
      case NOTE -> "note";
    };
  }

  private static String severity(Tier tier) {
    return switch (tier) {
      case HARD -> "8.0";
      case ESCALATE -> "5.0";
      case NOTE -> "0.1";
    };
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
