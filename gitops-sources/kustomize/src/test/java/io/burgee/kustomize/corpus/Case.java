package io.burgee.kustomize.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.FileTree;
import io.burgee.kustomize.LoadRestrictions;
import io.burgee.kustomize.MemoryTree;
import io.burgee.kustomize.Reorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tree with what is asked of it, read from one text: comments and headers, then files, each after
 * a line {@code -- path --}, {@code -- path base64 --} or {@code -- path -> target --}.
 */
record Case(Map<String, String> headers, Map<String, byte[]> files, Map<String, String> links) {
  private static final Pattern HEADING = Pattern.compile("(?m)^-- (.+) --\n");
  private static final String BASE64 = " base64";
  private static final String LINK = " -> ";

  static Case parse(String text) {
    var heading = HEADING.matcher(text);
    var files = new LinkedHashMap<String, byte[]>();
    var links = new LinkedHashMap<String, String>();
    int end = heading.find() ? heading.start() : text.length();
    var headers = headers(text.substring(0, end));
    while (end < text.length()) {
      var name = heading.group(1);
      int begin = heading.end();
      end = heading.find() ? heading.start() : text.length();
      var content = text.substring(begin, end);
      if (name.contains(LINK)) {
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
    return new Case(headers, files, links);
  }

  private static Map<String, String> headers(String text) {
    var headers = new HashMap<String, String>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            });
    return headers;
  }

  String dir() {
    return headers.getOrDefault("dir", ".");
  }

  /** Words that the message must have, if the build must fail. */
  Optional<String> error() {
    return Optional.ofNullable(headers.get("error"));
  }

  BuildOptions options() {
    var options = BuildOptions.DEFAULT.managedBy(Boolean.parseBoolean(headers.get("managedBy")));
    if (headers.containsKey("reorder")) {
      options =
          options.reorder(headers.get("reorder").equals("none") ? Reorder.NONE : Reorder.LEGACY);
    }
    return "none".equals(headers.get("loadRestrictions"))
        ? options.loadRestrictions(LoadRestrictions.NONE)
        : options;
  }

  FileTree tree() {
    var tree = MemoryTree.builder();
    files.forEach(tree::file);
    links.forEach(tree::link);
    return tree.build();
  }

  void layIn(Path folder) throws IOException {
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
