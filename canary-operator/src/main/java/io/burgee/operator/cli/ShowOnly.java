package io.burgee.operator.cli;

import io.burgee.helm.render.Rendered;
import java.util.List;
import java.util.regex.Pattern;

/** Picks the documents of some templates from all that are printed. */
final class ShowOnly {
  private static final Pattern SOURCE = Pattern.compile("# Source: [^/]+/(.+)");

  private ShowOnly() {}

  /**
   * @param wanted paths in the chart, which may have {@code *}, {@code ?} and {@code [...]}
   * @throws TemplateException if nothing is of one of them
   */
  static String of(String printed, List<String> wanted) {
    var documents = Rendered.documents(printed);
    var out = new StringBuilder();
    for (var path : wanted) {
      var pattern = pattern(path);
      int before = out.length();
      for (var document : documents) {
        var source = SOURCE.matcher(document);
        if (source.find() && pattern.matcher(source.group(1)).matches()) {
          out.append("---\n").append(document).append('\n');
        }
      }
      if (out.length() == before) {
        throw new TemplateException("could not find template " + path + " in chart");
      }
    }
    return out.toString();
  }

  private static Pattern pattern(String path) {
    var regex = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int close = c == '[' ? path.indexOf(']', i + 2) : -1;
      if (close > 0) {
        var set = path.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        regex.append("(?!/)[").append(set.replace("&", "\\&")).append(']');
        i = close;
      } else {
        regex.append(
            switch (c) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return Pattern.compile(regex.toString());
  }
}
