package io.burgee.helm.render;

import io.burgee.helm.template.ExecException;
import io.burgee.helm.template.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Errors of templates as Helm shows them: a trace of places, or the chart's own words. */
final class Failures {
  private static final Pattern AT =
      Pattern.compile("template: (.*?): executing \"(.*?)\" at <(.*?)>: (.*)", Pattern.DOTALL);
  private static final String PREFIX = "template: ";

  private Failures() {}

  static RenderException parse(ParseException error) {
    var parts = String.valueOf(error.getMessage()).split(": ", -1);
    var place = parts.length > 1 ? parts[1] : "";
    return new RenderException("parse error at (" + place + "): " + parts[parts.length - 1], error);
  }

  static RenderException execute(ExecException error) {
    var message = String.valueOf(error.getMessage());
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ChartFailure failure) {
        var place = message.split(": ", 3)[1];
        return new RenderException(
            "execution error at (" + place + "): " + failure.getMessage(), error);
      }
    }
    var trace = trace(error);
    return new RenderException(trace == null ? message : trace, error);
  }

  /** Null if there is an error in it that no template made: then the message stays as it is. */
  private static @Nullable String trace(ExecException error) {
    var entries = new ArrayList<String>();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      var entry = entry(String.valueOf(cause.getMessage()));
      if (entry == null) {
        return null;
      }
      if (entries.isEmpty() || !entries.getLast().equals(entry)) {
        entries.add(entry);
      }
    }
    return String.join("", entries).strip();
  }

  private static @Nullable String entry(String message) {
    if (!message.startsWith(PREFIX)) {
      return null;
    }
    if (message.startsWith(PREFIX + "no template ")) {
      return message + "\n";
    }
    var match = AT.matcher(message);
    if (match.lookingAt()) {
      return lines(
          match.group(1),
          "executing \"" + match.group(2) + "\" at <" + match.group(3) + ">:",
          withoutNext(match.group(4)));
    }
    int last = message.lastIndexOf(": ");
    return last < PREFIX.length()
        ? null
        : lines(
            message.substring(PREFIX.length(), last), "", withoutNext(message.substring(last + 2)));
  }

  private static String withoutNext(String message) {
    int next = message.indexOf(" template:");
    return next < 0 ? message : message.substring(0, next);
  }

  private static String lines(String place, String executed, String message) {
    var out = new StringBuilder();
    for (var part : List.of(place + "\n  ", executed.isEmpty() ? "" : executed + "\n    ")) {
      out.append(part);
    }
    return out.append(message.isEmpty() ? "" : message + "\n").toString();
  }
}
