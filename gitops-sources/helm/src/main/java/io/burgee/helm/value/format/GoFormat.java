package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's {@code fmt}: what templates print, and {@code printf}. */
public final class GoFormat {
  private GoFormat() {}

  /** As {@code %v} prints it. */
  public static String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Double number -> GoReals.text(number);
      case Long number -> Long.toString(number);
      case Boolean truth -> Boolean.toString(truth);
      case null, default -> {
        var out = new BoundedText();
        new Printer(out).print(value, 'v', Flags.NONE);
        yield out.toString();
      }
    };
  }

  /** All of them; a blank between two that are no strings. */
  public static String sprint(List<? extends @Nullable Object> values) {
    var out = new BoundedText();
    boolean wasString = false;
    for (int i = 0; i < values.size(); i++) {
      boolean isString = values.get(i) instanceof String;
      if (i > 0 && !isString && !wasString) {
        out.append(' ');
      }
      out.append(text(values.get(i)));
      wasString = isString;
    }
    return out.toString();
  }

  /** All of them with blanks between, and a line break. */
  public static String sprintln(List<? extends @Nullable Object> values) {
    var out = new BoundedText();
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : " ");
      out.append(text(values.get(i)));
    }
    return out.append('\n').toString();
  }

  /** As the format says; a {@code %} with the verb for each. */
  public static String sprintf(String format, List<? extends @Nullable Object> values) {
    return new Directives(format, values).run();
  }
}
