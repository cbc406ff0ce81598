package dev.ratchet.benchmarks;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the tasks of a suite come from. Suites tell it; reports show it.
 *
 * @param name what the data set is called
 * @param licence under which its data may be used, best an SPDX identifier; empty when not known
 * @param source where it was got from; empty when not known
 * @param hash SHA-256 of its data in hexadecimal digits; empty when there are no data, as for
 *     generated tasks
 */
public record DataSetInfo(String name, String licence, String source, String hash) {
  private static final int SHOWN_HASH = 12;

  /** Returns what is known of a data set; no parameter may be null. */
  public DataSetInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(hash, "hash");
  }

  /** Returns a data set of which the name alone is known. */
  public static DataSetInfo named(String name) {
    return new DataSetInfo(name, "", "", "");
  }

  /** Returns this data set with its licence. */
  public DataSetInfo withLicence(String newLicence) {
    return new DataSetInfo(name, newLicence, source, hash);
  }

  /** Returns this data set with where it was got from. */
  public DataSetInfo withSource(String newSource) {
    return new DataSetInfo(name, licence, newSource, hash);
  }

  /** Returns this data set with the hash of its data. */
  public DataSetInfo withHash(String newHash) {
    return new DataSetInfo(name, licence, source, newHash);
  }

  /** Returns one line for a report, such as {@code top95 (CC0-1.0, from x.org, sha256 1f2a..)}. */
  @Override
  public String toString() {
    String known =
        Stream.of(
                licence.isEmpty() ? "licence not known" : licence,
                source.isEmpty() ? "" : "from " + source,
                hash.isEmpty()
                    ? ""
                    : "sha256 " + hash.substring(0, Math.min(SHOWN_HASH, hash.length())))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return name + " (" + known + ")";
  }
}
