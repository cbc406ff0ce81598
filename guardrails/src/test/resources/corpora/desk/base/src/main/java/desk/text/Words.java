package desk.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The words of a text, one after the other. */
public final class Words implements Iterable<String> {
  private static final Set<String> STOP =
      Set.of("a", "an", "and", "for", "i", "in", "is", "it", "my", "of", "the", "to");

  private final String text;

  private Words(String text) {
    this.text = text;
  }

  /** Returns the words of a text. */
  public static Words of(String text) {
    return new Words(text);
  }

  @Override
  public Iterator<String> iterator() {
    return new Walk();
  }

  /** Returns the words as a list. */
  public List<String> list() {
    List<String> list = new ArrayList<>();
    for (String word : this) {
      list.add(word);
    }
    return list;
  }

  /** Returns the words that say something. */
  public List<String> telling() {
    List<String> telling = new ArrayList<>();
    for (String word : this) {
      if (!STOP.contains(word)) {
        telling.add(word);
      }
    }
    return telling;
  }

  /** Returns how often each word comes. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word : this) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }

  /** Returns the most frequent telling word, or an empty text. */
  public String topic() {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts().entrySet()) {
      if (entry.getValue() > most && !STOP.contains(entry.getKey())) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  private final class Walk implements Iterator<String> {
    private int at = skip(0);

    private int skip(int from) {
      int i = from;
      while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      return i;
    }

    @Override
    public boolean hasNext() {
      return at < text.length();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int end = at;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      String word = text.substring(at, end).toLowerCase(java.util.Locale.ROOT);
      at = skip(end);
      return word;
    }
  }
}
