package io.burgee.sandbox.schema;

/**
 * Text that can be read only so often. A pattern that backtracks without end fails on it rather
 * than hold a request for ever; Kubernetes' own patterns can't backtrack.
 */
final class Impatient implements CharSequence {
  private static final int READS_PER_CHARACTER = 10_000;
  private static final int READS_AT_LEAST = 1_000_000;

  private final String text;
  private long left;

  Impatient(String text) {
    this.text = text;
    this.left = Math.max(READS_AT_LEAST, (long) READS_PER_CHARACTER * text.length());
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new IllegalStateException("a schema's pattern takes too long to match");
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
