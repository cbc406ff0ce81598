package dev.ratchet.guardrails.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of SnakeYAML into values, refusing what two readers could take differently. */
final class YamlReader {
  private static final int MOST_VALUES = 100_000;

  private final boolean resolve;
  private final boolean plain;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int values;

  private YamlReader(boolean resolve, boolean plain) {
    this.resolve = resolve;
    this.plain = plain;
  }

  static Value resolved(String text) throws DocumentException {
    return read(text, true, false);
  }

  static Value spelled(String text) throws DocumentException {
    return read(text, false, false);
  }

  static Value plain(String text) throws DocumentException {
    return read(text, false, true);
  }

  private static Value read(String text, boolean resolve, boolean plain) throws DocumentException {
    try {
      checkEvents(text, plain);
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        throw new DocumentException("it is empty", 1, 1);
      }
      return new YamlReader(resolve, plain).value(root);
    } catch (MarkedYAMLException e) {
      Optional<Mark> mark = Optional.ofNullable(e.getProblemMark());
      throw new DocumentException(
          "it is not YAML: " + e.getProblem(),
          mark.map(m -> m.getLine() + 1).orElse(0),
          mark.map(m -> m.getColumn() + 1).orElse(0));
    } catch (YAMLException e) {
      throw new DocumentException(
          "it is not YAML: " + firstLine(String.valueOf(e.getMessage())), 0, 0);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true); // found below, with a better message
    options.setProcessComments(false);
    return new Yaml(new SafeConstructor(options));
  }

  private static void checkEvents(String text, boolean plain) throws DocumentException {
    int documents = 0;
    for (Event event : yaml().parse(new StringReader(text))) {
      if (event instanceof DocumentStartEvent && ++documents > 1) {
        throw at(event.getStartMark(), "it has a second document; keep one document to a file");
      }
      if (plain && event instanceof DocumentStartEvent start && hasDirective(start)) {
        throw at(event.getStartMark(), "it has a directive (%...); remove it");
      }
      if (hasTag(event)) {
        throw at(event.getStartMark(), "it has a tag (!...); write the value without it");
      }
      if (plain && event instanceof AliasEvent alias) {
        throw at(event.getStartMark(), "it has the alias *" + alias.getAnchor() + "; write it out");
      }
      if (plain && event instanceof NodeEvent node && node.getAnchor() != null) {
        throw at(event.getStartMark(), "it has the anchor &" + node.getAnchor() + "; remove it");
      }
    }
  }

  private static boolean hasDirective(DocumentStartEvent start) {
    return start.getVersion() != null || start.getTags() != null && !start.getTags().isEmpty();
  }

  private static boolean hasTag(Event event) {
    return event instanceof ScalarEvent scalar && scalar.getTag() != null
        || event instanceof CollectionStartEvent start && start.getTag() != null;
  }

  private Value value(Node node) throws DocumentException {
    if (++values > MOST_VALUES) {
      throw at(node.getStartMark(), "it has more than " + MOST_VALUES + " values");
    }
    if (node instanceof ScalarNode scalar && scalar.getAnchor() == null) {
      return scalar(scalar);
    }
    if (!resolve && !seen.add(node)) {
      return scalar(node, Value.Type.OTHER, "*" + node.getAnchor());
    }
    if (!open.add(node)) {
      throw at(node.getStartMark(), "it has an alias that contains itself");
    }
    try {
      if (node instanceof ScalarNode scalar) {
        return scalar(scalar);
      }
      return node instanceof SequenceNode sequence ? items(sequence) : fields((MappingNode) node);
    } finally {
      open.remove(node);
    }
  }

  private static Value.Scalar scalar(ScalarNode node) {
    return scalar(node, type(node.getTag()), node.getValue());
  }

  private static Value.Scalar scalar(Node node, Value.Type type, String text) {
    return new Value.Scalar(type, text, line(node), column(node));
  }

  private static Value.Type type(Tag tag) {
    if (tag.equals(Tag.STR)) {
      return Value.Type.STRING;
    }
    if (tag.equals(Tag.INT)) {
      return Value.Type.INTEGER;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Value.Type.DECIMAL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Value.Type.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Value.Type.NULL : Value.Type.OTHER;
  }

  private Value items(SequenceNode sequence) throws DocumentException {
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item));
    }
    return new Value.Items(items, line(sequence), column(sequence));
  }

  private Value.Fields fields(MappingNode mapping) throws DocumentException {
    Map<String, Value.Field> own = new LinkedHashMap<>();
    Map<String, Value.Field> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (resolve && key.getTag().equals(Tag.MERGE)) {
        merge(tuple.getValueNode(), merged);
        continue;
      }
      if (!(key instanceof ScalarNode name)) {
        throw at(key.getStartMark(), "it has a key that is not a single value");
      }
      if (plain && !key.getTag().equals(Tag.STR)) {
        throw at(
            key.getStartMark(),
            "it has the key '"
                + name.getValue()
                + "', which not all readers take for text; write"
                + " it out, or put it in quotes");
      }
      Value.Field field = new Value.Field(value(tuple.getValueNode()), line(key), column(key));
      if (own.put(name.getValue(), field) != null) {
        throw at(key.getStartMark(), "it has the key '" + name.getValue() + "' twice");
      }
    }
    merged.forEach(own::putIfAbsent);
    return new Value.Fields(own, line(mapping), column(mapping));
  }

  private void merge(Node source, Map<String, Value.Field> into) throws DocumentException {
    if (value(source) instanceof Value.Fields fields) {
      fields.fields().forEach(into::putIfAbsent);
    } else if (source instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        merge(item, into);
      }
    } else {
      throw at(source.getStartMark(), "it merges (<<) something that is not a map");
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static int column(Node node) {
    return node.getStartMark().getColumn() + 1;
  }

  private static DocumentException at(Mark mark, String message) {
    return new DocumentException(message, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
