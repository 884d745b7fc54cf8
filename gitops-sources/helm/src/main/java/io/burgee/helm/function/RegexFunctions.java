package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.INT;
import static io.burgee.helm.value.GoType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.regex.Regexes;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions, which take linear time. */
final class RegexFunctions {
  private RegexFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("regexMatch", List.of(STRING, STRING), RegexFunctions::matchesOrNot);
    table.add("mustRegexMatch", List.of(STRING, STRING), a -> matcher(a).find());
    both(table, "FindAll", List.of(STRING, STRING, INT), RegexFunctions::findAll);
    both(table, "Find", List.of(STRING, STRING), RegexFunctions::find);
    both(table, "ReplaceAll", List.of(STRING, STRING, STRING), a -> replace(a, true));
    both(table, "ReplaceAllLiteral", List.of(STRING, STRING, STRING), a -> replace(a, false));
    both(table, "Split", List.of(STRING, STRING, INT), RegexFunctions::split);
    table.add("regexQuoteMeta", List.of(STRING), a -> quoteMeta(a.string(0)));
  }

  private static void both(
      FunctionTable table, String name, List<GoType> takes, GoFunction.Body body) {
    table.add(
        "regex" + name,
        takes,
        a -> {
          try {
            return body.call(a);
          } catch (Regexes.Invalid e) {
            throw new GoException(e.panicking());
          }
        });
    table.add("mustRegex" + name, takes, body);
  }

  private static Matcher matcher(Arguments a) {
    a.meter().steps(a.string(1).length() / 16);
    return pattern(a).matcher(a.string(1));
  }

  private static Pattern pattern(Arguments a) {
    return Regexes.compile(a.string(0));
  }

  private static boolean matchesOrNot(Arguments a) {
    try {
      return matcher(a).find();
    } catch (Regexes.Invalid e) {
      return false;
    }
  }

  private static String find(Arguments a) {
    var matcher = matcher(a);
    return matcher.find() ? matcher.group() : "";
  }

  /** Matches as Go finds them: an empty one right behind another is none. */
  private static List<int[]> matches(Arguments a, long most) {
    var matcher = matcher(a);
    var text = a.string(1);
    var found = new ArrayList<int[]>();
    int at = 0;
    int lastEnd = -1;
    while ((most < 0 || found.size() < most) && at <= text.length() && matcher.find(at)) {
      a.meter().step();
      a.meter().list(matcher.groupCount());
      int start = matcher.start();
      int end = matcher.end();
      if (end > start || start != lastEnd) {
        found.add(groups(matcher));
      }
      lastEnd = end;
      at = end > start ? end : end < text.length() ? text.offsetByCodePoints(end, 1) : end + 1;
    }
    return found;
  }

  private static int[] groups(Matcher matcher) {
    int[] groups = new int[2 * (matcher.groupCount() + 1)];
    for (int i = 0; i <= matcher.groupCount(); i++) {
      groups[2 * i] = matcher.start(i);
      groups[2 * i + 1] = matcher.end(i);
    }
    return groups;
  }

  private static GoSlice findAll(Arguments a) {
    var found = matches(a, a.integer(2));
    if (found.isEmpty()) {
      return GoSlice.nil(GoType.STRINGS);
    }
    a.meter().list(found.size());
    return GoSlice.strings(
        found.stream().map(each -> a.string(1).substring(each[0], each[1])).toList());
  }

  private static String replace(Arguments a, boolean expands) {
    var text = a.string(1);
    var template = a.string(2);
    var pattern = pattern(a);
    var out = new BoundedText();
    int at = 0;
    for (var groups : matches(a, -1)) {
      out.append(text, at, groups[0]);
      if (expands) {
        Regexes.expand(out, template, text, groups, pattern.namedGroups());
      } else {
        out.append(template);
      }
      at = groups[1];
    }
    return out.append(text, at, text.length()).toString();
  }

  private static GoSlice split(Arguments a) {
    long most = a.integer(2);
    var text = a.string(1);
    pattern(a); // an error even if nothing is asked for
    if (most == 0) {
      return GoSlice.nil(GoType.STRINGS);
    }
    if (!a.string(0).isEmpty() && text.isEmpty()) {
      return GoSlice.strings(List.of(""));
    }
    var parts = new ArrayList<String>();
    int begin = 0;
    int end = 0;
    for (var match : matches(a, most)) {
      if (most > 0 && parts.size() == most - 1) {
        break;
      }
      end = match[0];
      if (match[1] != 0) {
        parts.add(text.substring(begin, end));
      }
      begin = match[1];
    }
    if (end != text.length()) {
      parts.add(text.substring(begin));
    }
    a.meter().list(parts.size());
    return GoSlice.strings(parts);
  }

  private static String quoteMeta(String text) {
    var out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if ("\\.+*?()|[]{}^$".indexOf(text.charAt(i)) >= 0) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }
}
