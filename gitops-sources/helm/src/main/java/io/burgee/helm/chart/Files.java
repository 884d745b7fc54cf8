package io.burgee.helm.chart;

import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code .Files}: all of the chart's but templates, values and metadata. */
public final class Files extends GoMap {
  private static final GoType TYPE = new GoType("engine.files", Kind.MAP, GoType.BYTES);

  private final Map<String, byte[]> files;

  public Files(List<ChartFile> files) {
    this(byName(files));
  }

  private Files(Map<String, byte[]> files) {
    super(TYPE, new LinkedHashMap<>(files));
    this.files = files;
  }

  private static Map<String, byte[]> byName(List<ChartFile> files) {
    var map = new LinkedHashMap<String, byte[]>();
    files.forEach(file -> map.put(file.name(), file.data()));
    return map;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return switch (name) {
      case "Get" -> ofText(name, this::text);
      case "GetBytes" -> ofText(name, file -> files.getOrDefault(file, new byte[0]));
      case "Glob" -> ofText(name, this::glob);
      case "Lines" -> ofText(name, this::lines);
      case "AsConfig" -> new GoFunction(name, List.of(), null, a -> yaml(GoStrings::decode));
      case "AsSecrets" ->
          new GoFunction(
              name, List.of(), null, a -> yaml(data -> Base64.getEncoder().encodeToString(data)));
      default -> null;
    };
  }

  private static GoFunction ofText(String name, Function<String, Object> body) {
    return new GoFunction(name, List.of(GoType.STRING), null, a -> body.apply(a.string(0)));
  }

  private String text(String name) {
    var data = files.get(name);
    return data == null ? "" : GoStrings.decode(data);
  }

  private Files glob(String pattern) {
    var compiled = Glob.compile(pattern);
    var found = new LinkedHashMap<String, byte[]>();
    files.forEach(
        (name, data) -> {
          if (compiled == null || compiled.matches(name)) {
            found.put(name, data);
          }
        });
    return new Files(found);
  }

  private GoSlice lines(String name) {
    var text = text(name);
    if (!files.containsKey(name)) {
      return GoSlice.strings(List.of());
    }
    if (text.isEmpty()) {
      throw new GoException("runtime error: index out of range [-1]");
    }
    var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    var lines = new ArrayList<String>();
    int start = 0;
    for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', start)) {
      lines.add(body.substring(start, end));
      start = end + 1;
    }
    lines.add(body.substring(start));
    return GoSlice.strings(lines);
  }

  private String yaml(Function<byte[], String> form) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    files.keySet().stream()
        .sorted()
        .forEach(
            name ->
                map.put(name.substring(name.lastIndexOf('/') + 1), form.apply(files.get(name))));
    var text = YamlCodec.write(map);
    return text.substring(0, text.length() - 1);
  }
}
