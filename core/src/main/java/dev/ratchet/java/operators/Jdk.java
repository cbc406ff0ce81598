package dev.ratchet.java.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of everyday classes of the JDK: effects and result types, by name. */
final class Jdk {
  private static final Set<String> PURE_TYPES =
      Set.of(
          "Math",
          "StrictMath",
          "Integer",
          "Long",
          "Double",
          "Float",
          "Short",
          "Byte",
          "Character",
          "Boolean",
          "String",
          "Objects",
          "List",
          "Set",
          "Map",
          "BigInteger",
          "BigDecimal",
          "Optional",
          "OptionalInt",
          "IntStream",
          "LongStream",
          "Stream",
          "Collectors",
          "Pattern",
          "Comparator",
          "Entry");
  private static final Set<String> PURE_ARRAYS =
      Set.of(
          "copyOf",
          "copyOfRange",
          "equals",
          "deepEquals",
          "hashCode",
          "deepHashCode",
          "toString",
          "deepToString",
          "asList",
          "stream",
          "binarySearch");
  private static final Set<String> PURE_COLLECTIONS =
      Set.of(
          "max",
          "min",
          "frequency",
          "emptyList",
          "emptySet",
          "emptyMap",
          "nCopies",
          "singleton",
          "singletonList",
          "unmodifiableList",
          "unmodifiableSet",
          "unmodifiableMap",
          "disjoint",
          "reverseOrder");
  private static final Set<String> FIRST_CHANGES =
      Set.of("fill", "sort", "setAll", "reverse", "swap", "addAll", "rotate");
  private static final Set<String> READS =
      Set.of(
          "length",
          "charAt",
          "codePointAt",
          "substring",
          "indexOf",
          "lastIndexOf",
          "equals",
          "equalsIgnoreCase",
          "hashCode",
          "isEmpty",
          "isBlank",
          "size",
          "get",
          "contains",
          "containsKey",
          "containsValue",
          "containsAll",
          "getOrDefault",
          "keySet",
          "values",
          "entrySet",
          "getKey",
          "getValue",
          "toString",
          "compareTo",
          "compareToIgnoreCase",
          "trim",
          "strip",
          "split",
          "startsWith",
          "endsWith",
          "toLowerCase",
          "toUpperCase",
          "chars",
          "toCharArray",
          "concat",
          "repeat",
          "matches",
          "replaceFirst",
          "lines",
          "stream",
          "filter",
          "map",
          "mapToInt",
          "mapToLong",
          "mapToObj",
          "mapToDouble",
          "flatMap",
          "boxed",
          "sorted",
          "distinct",
          "limit",
          "skip",
          "sum",
          "count",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "collect",
          "toList",
          "reduce",
          "findFirst",
          "findAny",
          "toArray",
          "average",
          "orElse",
          "orElseThrow",
          "isPresent",
          "getAsInt",
          "getAsLong",
          "intValue",
          "longValue",
          "doubleValue",
          "charValue",
          "booleanValue",
          "peekFirst",
          "peekLast",
          "getFirst",
          "getLast",
          "first",
          "last",
          "floor",
          "ceiling",
          "higher",
          "lower",
          "firstKey",
          "lastKey",
          "subList",
          "iterator",
          "hasNext",
          "clone",
          "ordinal",
          "name",
          "element",
          "signum",
          "bitLength",
          "bitCount",
          "nextSetBit",
          "nextClearBit",
          "cardinality",
          "testBit",
          "abs",
          "negate",
          "gcd",
          "mod",
          "modPow",
          "modInverse",
          "pow",
          "sqrt",
          "multiply",
          "divide",
          "divideAndRemainder",
          "subtract",
          "remainder",
          "isProbablePrime",
          "hasMoreTokens",
          "format",
          "formatted",
          "max",
          "min",
          "matcher",
          "headMap",
          "tailMap",
          "descendingMap");
  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeIf",
          "removeFirst",
          "removeLast",
          "retainAll",
          "replaceAll",
          "replace",
          "clear",
          "set",
          "push",
          "pop",
          "poll",
          "pollFirst",
          "pollLast",
          "offer",
          "offerFirst",
          "offerLast",
          "append",
          "insert",
          "reverse",
          "deleteCharAt",
          "delete",
          "setLength",
          "setCharAt",
          "sort",
          "next",
          "flip",
          "nextToken",
          "peek");
  private static final Set<String> VALUE_TYPES =
      Set.of("String", "BigInteger", "BigDecimal", "Integer", "Long", "Double", "Character");
  private static final Set<String> CREATED =
      Set.of(
          "ArrayList",
          "LinkedList",
          "HashMap",
          "HashSet",
          "TreeMap",
          "TreeSet",
          "LinkedHashMap",
          "LinkedHashSet",
          "ArrayDeque",
          "PriorityQueue",
          "Stack",
          "Vector",
          "EnumMap",
          "BitSet",
          "StringBuilder",
          "StringBuffer",
          "String",
          "BigInteger",
          "BigDecimal",
          "StringJoiner",
          "StringTokenizer",
          "Object");

  /** What a call does that others can see. */
  enum Deed {
    /** Nothing. */
    NOTHING,
    /** It changes the object it is called on. */
    RECEIVER,
    /** It changes its first argument. */
    FIRST,
    /** It changes its third argument. */
    THIRD,
    /** Anything. */
    UNKNOWN
  }

  private Jdk() {}

  static Deed staticDeed(String type, String method) {
    if (type.equals("Math") && method.equals("random")) {
      return Deed.UNKNOWN;
    }
    if (PURE_TYPES.contains(type)
        || type.equals("Arrays") && PURE_ARRAYS.contains(method)
        || type.equals("Collections") && PURE_COLLECTIONS.contains(method)) {
      return Deed.NOTHING;
    }
    if ((type.equals("Arrays") || type.equals("Collections")) && FIRST_CHANGES.contains(method)) {
      return Deed.FIRST;
    }
    return type.equals("System") && method.equals("arraycopy") ? Deed.THIRD : Deed.UNKNOWN;
  }

  static Deed memberDeed(String type, String method) {
    String plain = Trees.erased(type);
    if (plain.endsWith("Supplier") || plain.startsWith("Atomic") || plain.equals("Matcher")) {
      return Deed.UNKNOWN;
    }
    if (VALUE_TYPES.contains(plain) || READS.contains(method)) {
      return Deed.NOTHING;
    }
    if (method.equals("peek") && !plain.endsWith("Stream")) {
      return Deed.NOTHING;
    }
    return CHANGES.contains(method) ? Deed.RECEIVER : Deed.UNKNOWN;
  }

  /** Whether a creation of such an object has no effect but the object. */
  static boolean isPlain(String type) {
    return CREATED.contains(type) || type.endsWith("Exception") || type.endsWith("Error");
  }

  static Optional<String> staticType(String owner, MethodCallExpr call, Typing typing) {
    String name = call.getNameAsString();
    List<Expression> arguments = call.getArguments();
    if (owner.equals("Math")) {
      return mathType(name, arguments, typing);
    }
    if (owner.equals("Arrays") && Set.of("copyOf", "copyOfRange").contains(name)) {
      return typing.typeOf(arguments.get(0));
    }
    Map<String, String> known =
        Map.ofEntries(
            Map.entry("Integer.parseInt", "int"),
            Map.entry("Long.parseLong", "long"),
            Map.entry("Integer.bitCount", "int"),
            Map.entry("Long.bitCount", "int"),
            Map.entry("Integer.compare", "int"),
            Map.entry("Integer.toString", "String"),
            Map.entry("Long.toString", "String"),
            Map.entry("Integer.valueOf", "Integer"),
            Map.entry("Long.valueOf", "Long"),
            Map.entry("String.valueOf", "String"),
            Map.entry("String.join", "String"),
            Map.entry("String.format", "String"),
            Map.entry("BigInteger.valueOf", "BigInteger"),
            Map.entry("Character.getNumericValue", "int"),
            Map.entry("Character.isDigit", "boolean"),
            Map.entry("Character.isLetter", "boolean"),
            Map.entry("Character.toLowerCase", "char"),
            Map.entry("Character.toUpperCase", "char"),
            Map.entry("Arrays.toString", "String"),
            Map.entry("Arrays.equals", "boolean"));
    return Optional.ofNullable(known.get(owner + "." + name));
  }

  private static Optional<String> mathType(String name, List<Expression> arguments, Typing typing) {
    if (Set.of("sqrt", "pow", "floor", "ceil", "log", "exp", "sin", "cos", "cbrt", "hypot")
        .contains(name)) {
      return Optional.of("double");
    }
    String widest = "int";
    for (Expression argument : arguments) {
      Optional<String> type = typing.typeOf(argument).map(Typing::unboxed);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      List<String> order = List.of("int", "long", "float", "double");
      if (order.indexOf(type.get()) > order.indexOf(widest)) {
        widest = type.get();
      }
    }
    boolean same =
        Set.of("abs", "max", "min", "floorMod", "floorDiv", "addExact", "multiplyExact")
            .contains(name);
    return same ? Optional.of(widest) : Optional.empty();
  }

  static Optional<String> memberType(String owner, String name) {
    switch (name) {
      case "size",
      "length",
      "indexOf",
      "lastIndexOf",
      "compareTo",
      "hashCode",
      "ordinal",
      "intValue",
      "bitLength",
      "signum",
      "getAsInt":
        return Optional.of("int");
      case "longValue", "count":
        return Optional.of("long");
      case "isEmpty",
      "contains",
      "containsKey",
      "containsValue",
      "equals",
      "startsWith",
      "endsWith",
      "equalsIgnoreCase",
      "isBlank",
      "matches",
      "hasNext",
      "anyMatch",
      "allMatch",
      "noneMatch",
      "isPresent",
      "containsAll",
      "equalsTo":
        return Optional.of("boolean");
      case "toString",
      "substring",
      "trim",
      "strip",
      "toLowerCase",
      "toUpperCase",
      "repeat",
      "concat":
        return Optional.of("String");
      case "charAt":
        return Optional.of("char");
      case "toCharArray":
        return Optional.of("char[]");
      case "split":
        return Optional.of("String[]");
      default:
        return generic(owner, name);
    }
  }

  private static Optional<String> generic(String owner, String name) {
    List<String> arguments = Typing.arguments(owner);
    String plain = Trees.erased(owner);
    if (VALUE_TYPES.contains(plain) && plain.startsWith("Big")) {
      return Optional.of(plain);
    }
    if (owner.endsWith("[]") && name.equals("clone")) {
      return Optional.of(owner);
    }
    if (arguments.size() == 2 && plain.endsWith("Map")) {
      return mapType(arguments, name);
    }
    if (plain.endsWith("Entry") && arguments.size() == 2) {
      return Optional.of(arguments.get(name.equals("getKey") ? 0 : 1));
    }
    boolean element =
        Set.of(
                "get",
                "remove",
                "poll",
                "peek",
                "pop",
                "first",
                "last",
                "getFirst",
                "getLast",
                "removeFirst",
                "removeLast",
                "pollFirst",
                "pollLast",
                "peekFirst",
                "peekLast",
                "next",
                "element",
                "orElse",
                "orElseThrow",
                "floor",
                "ceiling")
            .contains(name);
    return arguments.size() == 1 && element && !plain.endsWith("Stream")
        ? Optional.of(arguments.get(0))
        : Optional.empty();
  }

  private static Optional<String> mapType(List<String> arguments, String name) {
    return switch (name) {
      case "get", "getOrDefault", "remove", "put" -> Optional.of(arguments.get(1));
      case "keySet" -> Optional.of("Set<" + arguments.get(0) + ">");
      case "values" -> Optional.of("Collection<" + arguments.get(1) + ">");
      case "entrySet" -> Optional.of("Set<Map.Entry<" + String.join(", ", arguments) + ">>");
      case "firstKey", "lastKey" -> Optional.of(arguments.get(0));
      default -> Optional.empty();
    };
  }
}
