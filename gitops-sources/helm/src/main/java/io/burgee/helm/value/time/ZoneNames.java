package io.burgee.helm.value.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a zone is called at its offsets, such as CET and CEST: Java's own names for them are not
 * those of the time zone database, which is what Go prints.
 */
record ZoneNames(List<Name> names) {
  private static final String UNKNOWN = "";

  /** All zones there are, read when a zone is first asked for. */
  private static final class All {
    static final Map<String, ZoneNames> BY_ZONE = read();
  }

  record Name(String text, int offset, boolean summer) {
    static Name parse(String word) {
      int colon = word.indexOf(':');
      boolean summer = word.endsWith("d");
      var offset = word.substring(colon + 1, summer ? word.length() - 1 : word.length());
      return new Name(word.substring(0, colon), Integer.parseInt(offset), summer);
    }
  }

  static ZoneNames only(String text, int offset) {
    return new ZoneNames(List.of(new Name(text, offset, false)));
  }

  static boolean isKnown(String zone) {
    return All.BY_ZONE.containsKey(zone);
  }

  static ZoneNames of(String zone) {
    return All.BY_ZONE.getOrDefault(zone, new ZoneNames(List.of()));
  }

  /** Empty if there's no name for that. */
  String at(int offset, boolean summer) {
    var found = UNKNOWN;
    for (var name : names) {
      if (name.offset == offset && name.summer == summer) {
        return name.text;
      }
      if (name.offset == offset && found.isEmpty()) {
        found = name.text;
      }
    }
    return found;
  }

  private static Map<String, ZoneNames> read() {
    var all = new HashMap<String, ZoneNames>();
    var file = Objects.requireNonNull(ZoneNames.class.getResourceAsStream("zones.txt"));
    try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      in.lines().filter(line -> !line.startsWith("#")).forEach(line -> line(line, all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }

  private static void line(String line, Map<String, ZoneNames> all) {
    int equals = line.indexOf(" = ");
    var names = new ArrayList<Name>();
    for (var word : words(line.substring(0, equals))) {
      names.add(Name.parse(word));
    }
    var zone = new ZoneNames(List.copyOf(names));
    words(line.substring(equals + 3)).forEach(name -> all.put(name, zone));
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }
}
