package io.burgee.kustomize.transform;

import com.google.re2j.Pattern;
import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.select.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is a reference to an image of one name. The name is a regular expression, as dots
 * in it show: they are any character. Names without other special characters are compared without
 * one.
 */
final class ImageName {
  private static final String DIGEST = "@sha256:";
  private static final String TAIL = "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$";

  private final String name;
  private final @Nullable Pattern pattern;

  ImageName(String name) {
    this.name = name;
    this.pattern = isSimple(name) ? null : compile(name);
  }

  private static Pattern compile(String name) {
    try {
      return Patterns.compile("^" + name + TAIL);
    } catch (BuildException e) {
      throw new BuildException("images: the name '" + name + "' is no regular expression", e);
    }
  }

  boolean matches(String text) {
    if (pattern != null) {
      return pattern.matcher(text).find();
    }
    int end = name.length();
    return text.length() >= end && beginsWithName(text) && tail(text, end) == text.length();
  }

  private boolean beginsWithName(String text) {
    for (int i = 0; i < name.length(); i++) {
      char wanted = name.charAt(i);
      char actual = text.charAt(i);
      if (wanted == '.' ? actual == '\n' || Character.isSurrogate(actual) : wanted != actual) {
        return false;
      }
    }
    return true;
  }

  /** Where a tag and a digest that begin at an index end. */
  private static int tail(String text, int index) {
    int end = index;
    if (end < text.length() && text.charAt(end) == ':') {
      end = word(text, end + 1);
    }
    return text.startsWith(DIGEST, end) ? word(text, end + DIGEST.length()) : end;
  }

  private static int word(String text, int start) {
    int end = start;
    while (end < text.length() && isTagCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isTagCharacter(char c) {
    return isPlain(c) || c == '.' || c == '{' || c == '}';
  }

  private static boolean isSimple(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isPlain(c) && c != '.' && c != '/' && c != ':' && c != '@') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
