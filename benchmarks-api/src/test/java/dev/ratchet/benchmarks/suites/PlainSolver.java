package dev.ratchet.benchmarks.suites;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The dullest program that answers the predefined tasks: it reads the text and tries everything.
 *
 * <p>An independent second opinion on formats and answers; shares no code with the families.
 */
final class PlainSolver {
  private PlainSolver() {}

  static String answer(String input) {
    String[] lines = input.split("\n", -1);
    String[] body = Arrays.copyOfRange(lines, 1, lines.length);
    return switch (lines[0]) {
      case "sudoku" -> sudoku(body[0]);
      case "queens" -> queens(body);
      case "knights" -> Knights.answer(body);
      case "grid" -> Grid.answer(body);
      case "sat" -> sat(body);
      case "primes" -> primes(body[0].split(" "));
      case "gcd" -> gcd(body[0].split(" "));
      case "modpow" -> modpow(body[0].split(" "));
      case "partitions" -> partitions(body[0].split(" "));
      case "digits" -> digits(body[0].split(" "));
      case "linear" -> linear(body);
      default -> throw new IllegalArgumentException(lines[0]);
    };
  }

  private static String sudoku(String board) {
    int blank = board.indexOf('.');
    if (blank < 0) {
      return board;
    }
    for (char digit = '1'; digit <= '9'; digit++) {
      if (fits(board, blank, digit)) {
        String solved = sudoku(board.substring(0, blank) + digit + board.substring(blank + 1));
        if (!solved.isEmpty()) {
          return solved;
        }
      }
    }
    return "";
  }

  private static boolean fits(String board, int at, char digit) {
    for (int i = 0; i < 9; i++) {
      int box = at / 27 * 27 + at % 9 / 3 * 3 + i / 3 * 9 + i % 3;
      if (board.charAt(at / 9 * 9 + i) == digit
          || board.charAt(i * 9 + at % 9) == digit
          || board.charAt(box) == digit) {
        return false;
      }
    }
    return true;
  }

  private static String queens(String[] body) {
    int n = Integer.parseInt(body[0]);
    List<String> blocked = Arrays.asList(body).subList(1, body.length);
    return Long.toString(place(new int[n], 0, blocked));
  }

  private static long place(int[] columns, int row, List<String> blocked) {
    if (row == columns.length) {
      return 1;
    }
    long count = 0;
    for (int column = 0; column < columns.length; column++) {
      boolean free = !blocked.contains(row + " " + column);
      for (int other = 0; other < row; other++) {
        int distance = Math.abs(columns[other] - column);
        free &= distance != 0 && distance != row - other;
      }
      if (free) {
        columns[row] = column;
        count += place(columns, row + 1, blocked);
      }
    }
    return count;
  }

  /** Tries every assignment of knights and knaves. */
  private static final class Knights {
    static String answer(String[] body) {
      String[] names = body[0].split(" ");
      List<String> solutions = new ArrayList<>();
      for (int bits = 0; bits < 1 << names.length; bits++) {
        Map<String, Boolean> knight = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
          knight.put(names[i], (bits >> i & 1) == 1);
        }
        if (Arrays.stream(body).skip(1).allMatch(line -> fits(line.split(": "), knight))) {
          solutions.add(
              Arrays.stream(names)
                  .map(name -> knight.get(name) ? "knight" : "knave")
                  .collect(Collectors.joining(" ")));
        }
      }
      return solutions.size() == 1 ? solutions.get(0) : "solutions: " + solutions.size();
    }

    private static boolean fits(String[] line, Map<String, Boolean> knight) {
      return knight.get(line[0]) == isTrue(line[1].split(" "), knight);
    }

    private static boolean isTrue(String[] words, Map<String, Boolean> knight) {
      long knights = knight.values().stream().filter(isKnight -> isKnight).count();
      if (words[0].equals("exactly")) {
        return knights == Integer.parseInt(words[1]);
      }
      if (words[0].equals("at")) {
        return knight.size() - knights >= Integer.parseInt(words[2]);
      }
      if (words[0].equals("if")) {
        return !knight.get(words[1]) || !knight.get(words[6]);
      }
      if (words[1].equals("is")) {
        return knight.get(words[0]) == words[3].equals("knight");
      }
      boolean isSame = knight.get(words[0]).equals(knight.get(words[2]));
      return isSame == words[words.length - 1].equals("same");
    }
  }

  /** Tries every arrangement, one category after the other. */
  private static final class Grid {
    private final int n;
    private final List<List<String>> categories = new ArrayList<>();
    private final List<String[]> clues = new ArrayList<>();
    private final Map<String, Integer> position = new TreeMap<>();
    private final List<String> solutions = new ArrayList<>();

    private Grid(int n) {
      this.n = n;
    }

    static String answer(String[] body) {
      Grid grid = new Grid(Integer.parseInt(body[0]));
      for (String line : Arrays.asList(body).subList(1, body.length)) {
        if (line.contains(": ")) {
          grid.categories.add(List.of(line.split(": ")[1].split(" ")));
        } else {
          grid.clues.add(line.split(" "));
        }
      }
      grid.place(0);
      return grid.solutions.size() == 1
          ? grid.solutions.get(0)
          : "solutions: " + grid.solutions.size();
    }

    private void place(int value) {
      if (value == n * categories.size()) {
        solutions.add(text());
        return;
      }
      List<String> category = categories.get(value / n);
      for (int p = 1; p <= n; p++) {
        int wanted = p;
        if (category.stream().noneMatch(v -> position.getOrDefault(v, 0) == wanted)) {
          position.put(category.get(value % n), p);
          if (clues.stream().allMatch(this::mayHold)) {
            place(value + 1);
          }
          position.remove(category.get(value % n));
        }
      }
    }

    private boolean mayHold(String[] clue) {
      Integer a = position.get(clue[1]);
      Integer b = clue[0].equals("at") ? Integer.valueOf(clue[2]) : position.get(clue[2]);
      if (a == null || b == null) {
        return true;
      }
      return switch (clue[0]) {
        case "same", "at" -> a.equals(b);
        case "differ" -> !a.equals(b);
        case "left" -> a + 1 == b;
        case "next" -> a + 1 == b || b + 1 == a;
        case "before" -> a < b;
        default -> throw new IllegalArgumentException(clue[0]);
      };
    }

    private String text() {
      List<String> lines = new ArrayList<>();
      for (int p = 1; p <= n; p++) {
        int wanted = p;
        lines.add(
            categories.stream()
                .flatMap(List::stream)
                .filter(value -> position.get(value) == wanted)
                .collect(Collectors.joining(" ")));
      }
      return String.join("\n", lines);
    }
  }

  private static String sat(String[] body) {
    List<String> lines = Arrays.stream(body).filter(line -> !line.startsWith("c")).toList();
    int variables = Integer.parseInt(lines.get(0).split(" ")[2]);
    for (int bits = 0; bits < 1 << variables; bits++) {
      int model = bits;
      if (lines.stream().skip(1).allMatch(line -> holds(line.split(" "), model))) {
        StringBuilder answer = new StringBuilder("SAT");
        for (int v = 1; v <= variables; v++) {
          answer.append(' ').append((model >> (v - 1) & 1) == 1 ? v : -v);
        }
        return answer.toString();
      }
    }
    return "UNSAT";
  }

  private static boolean holds(String[] clause, int model) {
    for (String word : clause) {
      int literal = Integer.parseInt(word);
      if (literal != 0 && (model >> (Math.abs(literal) - 1) & 1) == (literal > 0 ? 1 : 0)) {
        return true;
      }
    }
    return false;
  }

  private static String primes(String[] words) {
    long first = Long.parseLong(words[1]);
    if (words[0].equals("factor")) {
      List<String> factors = new ArrayList<>();
      long rest = first;
      for (long divisor = 2; rest > 1; divisor++) {
        for (; rest % divisor == 0; rest /= divisor) {
          factors.add(Long.toString(divisor));
        }
      }
      return String.join(" ", factors);
    }
    if (words[0].equals("nth")) {
      long candidate = 1;
      for (long left = first; left > 0; left -= isPrime(candidate) ? 1 : 0) {
        candidate++;
      }
      return Long.toString(candidate);
    }
    long sum = 0;
    for (long i = first; i <= Long.parseLong(words[2]); i++) {
      sum += !isPrime(i) ? 0 : words[0].equals("sum") ? i : 1;
    }
    return Long.toString(sum);
  }

  private static boolean isPrime(long number) {
    for (long divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return number > 1;
  }

  private static String gcd(String[] words) {
    BigInteger result = new BigInteger(words[1]);
    for (String word : Arrays.asList(words).subList(2, words.length)) {
      BigInteger next = new BigInteger(word);
      BigInteger divisor = euclid(result, next);
      if (words[0].equals("gcd")) {
        result = divisor;
      } else if (divisor.signum() != 0) {
        result = result.multiply(next).divide(divisor);
      }
    }
    return result.toString();
  }

  private static BigInteger euclid(BigInteger a, BigInteger b) {
    return b.signum() == 0 ? a : euclid(b, a.mod(b));
  }

  private static String modpow(String[] words) {
    long modulus = Long.parseLong(words[2]);
    long power = 1 % modulus;
    for (int i = 0; i < Integer.parseInt(words[1]); i++) {
      power = power * (Long.parseLong(words[0]) % modulus) % modulus;
    }
    return Long.toString(power);
  }

  private static String partitions(String[] words) {
    int n = Integer.parseInt(words[1]);
    return Long.toString(partitions(n, words.length > 2 ? Integer.parseInt(words[2]) : n));
  }

  private static long partitions(int n, int largest) {
    if (n == 0) {
      return 1;
    }
    long count = 0;
    for (int part = 1; part <= Math.min(n, largest); part++) {
      count += partitions(n - part, part);
    }
    return count;
  }

  private static String digits(String[] words) {
    long number = Long.parseLong(words[1]);
    if (words[0].equals("sum")) {
      return Long.toString(digitSum(number));
    }
    if (words[0].equals("root")) {
      while (number > 9) {
        number = digitSum(number);
      }
      return Long.toString(number);
    }
    long count = 0;
    for (; number <= Long.parseLong(words[2]); number++) {
      count += digitSum(number) == Long.parseLong(words[3]) ? 1 : 0;
    }
    return Long.toString(count);
  }

  private static long digitSum(long number) {
    long sum = 0;
    for (long rest = number; rest > 0; rest /= 10) {
      sum += rest % 10;
    }
    return sum;
  }

  /** Gauss and Jordan on fractions of big integers, kept as numerator and denominator. */
  private static String linear(String[] body) {
    int n = Integer.parseInt(body[0]);
    BigInteger[][] rows =
        Arrays.stream(body)
            .skip(1)
            .map(l -> Arrays.stream(l.split(" ")).map(BigInteger::new).toArray(BigInteger[]::new))
            .toArray(BigInteger[][]::new);
    for (int column = 0; column < n; column++) {
      int pivot = column;
      while (rows[pivot][column].signum() == 0) {
        pivot++;
      }
      BigInteger[] row = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = row;
      for (int other = 0; other < n; other++) {
        if (other != column) {
          BigInteger factor = rows[other][column];
          for (int i = 0; i <= n; i++) {
            BigInteger scaled = rows[other][i].multiply(row[column]);
            rows[other][i] = scaled.subtract(factor.multiply(row[i]));
          }
        }
      }
    }
    List<String> unknowns = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      unknowns.add(fraction(rows[i][n], rows[i][i]));
    }
    return String.join(" ", unknowns);
  }

  private static String fraction(BigInteger p, BigInteger q) {
    BigInteger divisor = q.signum() < 0 ? p.gcd(q).negate() : p.gcd(q);
    BigInteger below = q.divide(divisor);
    return p.divide(divisor) + (below.equals(BigInteger.ONE) ? "" : "/" + below);
  }
}
