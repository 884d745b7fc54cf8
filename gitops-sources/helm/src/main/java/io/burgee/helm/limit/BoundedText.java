package io.burgee.helm.limit;

/**
 * Text that grows while it is written, and never beyond what a string may have: whoever writes with
 * this can't take the memory, whatever a chart makes of its values.
 */
public final class BoundedText {
  private final StringBuilder out;

  public BoundedText() {
    this.out = new StringBuilder();
  }

  /**
   * For a text of about that length.
   *
   * @param length in characters
   */
  public BoundedText(int length) {
    this.out = new StringBuilder(Math.min(length, RenderLimits.LONGEST_STRING));
  }

  public BoundedText append(char one) {
    require(1);
    out.append(one);
    return this;
  }

  public BoundedText append(String text) {
    require(text.length());
    out.append(text);
    return this;
  }

  /** The characters of {@code text} from {@code start} to before {@code end}. */
  public BoundedText append(CharSequence text, int start, int end) {
    require(end - start);
    out.append(text, start, end);
    return this;
  }

  public BoundedText appendCodePoint(int one) {
    require(Character.charCount(one));
    out.appendCodePoint(one);
    return this;
  }

  public BoundedText repeat(char one, int times) {
    require(times);
    out.repeat(one, times);
    return this;
  }

  public BoundedText repeat(String text, int times) {
    require((long) text.length() * times);
    out.repeat(text, times);
    return this;
  }

  public int length() {
    return out.length();
  }

  public boolean isEmpty() {
    return out.isEmpty();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void require(long more) {
    Meter.requireShort(out.length() + more);
  }
}
