package io.burgee.helm.limit;

/** What is shown of a text that may be as long as a string can be, in errors that hold others. */
public final class Excerpt {
  private static final int SOURCE = 4_000;
  private static final int MESSAGE = 40_000;

  private Excerpt() {}

  /** Of a piece of a template. */
  public static String source(String text) {
    return middleLeftOut(text, SOURCE);
  }

  /** Of an error: how it starts tells where it was, how it ends tells why. */
  public static String message(String text) {
    return middleLeftOut(text, MESSAGE);
  }

  private static String middleLeftOut(String text, int most) {
    int half = most / 2;
    return text.length() <= most
        ? text
        : text.substring(0, half) + " ... " + text.substring(text.length() - half);
  }
}
