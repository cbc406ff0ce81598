package org.harbor.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.harbor.agent.ResearchAgent;
import org.harbor.event.Bus;
import org.harbor.index.InvertedIndex;
import org.harbor.rank.BlendScorer;
import org.harbor.rank.Summarizer;
import org.harbor.safety.AuditTrail;
import org.harbor.safety.Harmlessness;
import org.harbor.store.DocumentStore;
import org.harbor.text.Splitter;
import org.harbor.tool.SearchTool;
import org.harbor.tool.SummaryTool;
import org.harbor.tool.Toolbox;

/** Asks all questions and prints how many answers hold what they should. */
public final class Evaluator {

  private Evaluator() {}

  public static void main(String[] args) throws Exception {
    Splitter splitter = new Splitter(2);
    DocumentStore store = DocumentStore.here();
    InvertedIndex.Builder index = InvertedIndex.builder(splitter);
    for (String name : args) {
      index.add(name, store.read(name));
    }
    Toolbox tools =
        new Toolbox()
            .with(new SearchTool(index.build(), 3))
            .with(new SummaryTool(new Summarizer(splitter, BlendScorer.of(1, 2)), 2));
    Harmlessness harmlessness = new Harmlessness(List.of("explosive", "nerve"), splitter);
    ResearchAgent agent = new ResearchAgent(tools, new Bus(), harmlessness, new AuditTrail());
    int good = 0;
    for (String line : Files.readAllLines(Path.of("eval-data/questions.csv"))) {
      String[] fields = line.split(";");
      good += agent.answer(fields[0]).contains(fields[1]) ? 1 : 0;
    }
    System.out.println("RESULT " + good);
  }
}
