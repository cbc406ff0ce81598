package dev.ratchet.cli;

import dev.ratchet.verdict.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs; the README documents it, and fields are only ever added. */
final class JsonFormat {
  private JsonFormat() {}

  static String render(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verdict", report.decision());
    json.put("exit", report.exitCode());
    json.put("policyHash", report.policy().hash().hex());
    json.put("engineVersion", Version.text());
    json.put("before", report.before().hex());
    json.put("after", report.after().hex());
    json.put("files", report.touched());
    json.put("findings", findings(report.findings()));
    json.put("unknowns", findings(report.unknowns()));
    json.put("notAnalysed", findings(report.notAnalysed()));
    json.put("policy", report.policy().effective().lines().toList());
    return JsonText.of(json);
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream().map(JsonFormat::finding).toList();
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule());
    json.put("tier", Report.word(finding.tier()));
    json.put("message", finding.message());
    json.put("path", finding.place().path());
    json.put("line", finding.place().line());
    json.put("because", finding.because());
    json.put("remedy", finding.remedy());
    return json;
  }
}
