package io.burgee.kustomize.file;

import java.util.Comparator;

/** Orders texts as their UTF-8 bytes: by code points, which UTF-16 units are not always. */
final class CodePoints {
  static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean oneIsPair = Character.isSurrogate(a) != Character.isSurrogate(b);
        return oneIsPair ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
