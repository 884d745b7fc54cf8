package io.burgee.kustomize.generate;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.GeneratorSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** The keys and values that a generator's sources give: env files, literals, files. */
final class KeyValues {
  private KeyValues() {}

  /** A key with its value, which may be any bytes. */
  static final class Pair {
    private final String key;
    private final byte[] value;

    Pair(String key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    String key() {
      return key;
    }

    byte[] value() {
      return value;
    }

    static Pair of(String key, String text) {
      return new Pair(key, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  static List<Pair> load(GeneratorSpec spec, Files files) {
    var pairs = new ArrayList<Pair>();
    each(spec.envs(), "env source files: ", path -> EnvFile.read(files.bytes(path), pairs));
    each(spec.literals(), "literal sources ", text -> pairs.add(literal(text)));
    each(spec.files(), "file sources: ", source -> pairs.add(file(source, files)));
    var known = HashSet.<String>newHashSet(pairs.size());
    for (var pair : pairs) {
      if (!known.add(pair.key())) {
        throw new BuildException(
            "configmap " + spec.name() + " illegally repeats the key `" + pair.key() + "`");
      }
    }
    return pairs;
  }

  private static void each(List<String> sources, String what, Consumer<String> step) {
    try {
      sources.forEach(step);
    } catch (BuildException e) {
      throw e.in(what + "[" + String.join(" ", sources) + "]").in("loading KV pairs");
    }
  }

  private static Pair literal(String source) {
    int equals = source.indexOf('=');
    if (equals <= 0) {
      throw new BuildException("invalid literal source " + source + ", expected key=value");
    }
    return Pair.of(source.substring(0, equals), unquoted(source.substring(equals + 1)));
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != text.charAt(last)) {
      return text;
    }
    char quote = text.charAt(0);
    return quote == '"' || quote == '\'' ? text.substring(1, last) : text;
  }

  private static Pair file(String source, Files files) {
    int equals = source.indexOf('=');
    if (equals < 0) {
      return new Pair(baseName(source), files.bytes(source));
    }
    String key = source.substring(0, equals);
    String path = source.substring(equals + 1);
    if (path.indexOf('=') >= 0) {
      throw new BuildException("source " + quoted(source) + " key name or file path contains '='");
    }
    if (key.isEmpty()) {
      throw new BuildException(
          "missing key name for file path " + quoted(path) + " in source " + quoted(source));
    }
    if (path.isEmpty()) {
      throw new BuildException(
          "missing file path for key name " + quoted(key) + " in source " + quoted(source));
    }
    return new Pair(key, files.bytes(path));
  }

  private static String baseName(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    if (end == 0) {
      return path.isEmpty() ? "." : "/";
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
