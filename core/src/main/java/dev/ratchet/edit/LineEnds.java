package dev.ratchet.edit;

/**
 * The line ends of a file, for formats that say nothing about them.
 *
 * @param end what ends each line
 * @param endsLast whether something ends the last line too
 */
record LineEnds(String end, boolean endsLast) {

  private static final String CRLF = "\r\n";
  private static final String LF = "\n";

  /** Returns the line ends of a text if all are alike; else LF, which changes nothing. */
  static LineEnds of(String text) {
    String last = text.isEmpty() || text.endsWith(LF) ? "" : LF;
    String withoutCrlf = text.replace(CRLF, "");
    boolean allCrlf =
        text.contains(CRLF) && !withoutCrlf.contains(LF) && !withoutCrlf.contains("\r");
    return new LineEnds(allCrlf ? CRLF : LF, last.isEmpty());
  }

  /** Returns a block of a patch, whose last line is ended, with these ends. */
  String adapt(String block, String text) {
    if (end.equals(CRLF)) {
      return block.contains("\r") ? block : block.replace(LF, CRLF);
    }
    boolean blockIsCrlf = LineEnds.of(block).end().equals(CRLF);
    return blockIsCrlf && !text.isEmpty() && !text.contains("\r") ? block.replace(CRLF, LF) : block;
  }

  /** Returns the text with its last line ended. */
  String complete(String text) {
    return endsLast ? text : text + end;
  }

  /** Undoes {@link #complete} for a text made from the completed one. */
  String restore(String text) {
    return endsLast || !text.endsWith(end) ? text : text.substring(0, text.length() - end.length());
  }
}
