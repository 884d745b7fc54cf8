package io.burgee.helm.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A chart with what is asked of it, read from one text: comments and headers, then files, each
 * after a line {@code -- path --}, {@code -- path base64 --} or {@code -- path -> target --}, and
 * values files after {@code -- -f name --}.
 */
public record ChartCase(
    Map<String, List<String>> headers,
    Map<String, byte[]> files,
    Map<String, String> links,
    List<String> values) {
  private static final Pattern HEADING = Pattern.compile("(?m)^-- (.+) --\n");
  private static final String BASE64 = " base64";
  private static final String LINK = " -> ";
  private static final String VALUES = "-f ";

  public static ChartCase parse(String text) {
    var heading = HEADING.matcher(text);
    var each =
        new ChartCase(
            new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    int end = heading.find() ? heading.start() : text.length();
    each.readHeaders(text.substring(0, end));
    while (end < text.length()) {
      var name = heading.group(1);
      int begin = heading.end();
      end = heading.find() ? heading.start() : text.length();
      each.add(name, text.substring(begin, end));
    }
    return each;
  }

  private void readHeaders(String text) {
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers
                  .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                  .add(line.substring(colon + 1).strip());
            });
  }

  private void add(String name, String content) {
    if (name.startsWith(VALUES)) {
      values.add(content);
    } else if (name.contains(LINK)) {
      int arrow = name.indexOf(LINK);
      links.put(name.substring(0, arrow), name.substring(arrow + LINK.length()));
    } else if (name.endsWith(BASE64)) {
      files.put(
          name.substring(0, name.length() - BASE64.length()),
          Base64.getMimeDecoder().decode(content));
    } else {
      files.put(name, content.getBytes(UTF_8));
    }
  }

  /** Words that the message must have, if it must fail. */
  public Optional<String> error() {
    return all("error").stream().findFirst();
  }

  public String header(String name, String otherwise) {
    var given = all(name);
    return given.isEmpty() ? otherwise : given.getFirst();
  }

  public List<String> all(String header) {
    return headers.getOrDefault(header, List.of());
  }

  public void layIn(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    for (var link : links.entrySet()) {
      var path = folder.resolve(link.getKey());
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(link.getValue()));
    }
  }
}
