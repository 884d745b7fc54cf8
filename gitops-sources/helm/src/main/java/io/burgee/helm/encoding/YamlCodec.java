package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.format.GoReals;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.PrettyWriter;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Scalars;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.ValueWriter;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * YAML texts to values and back, as {@code sigs.k8s.io/yaml} does it, which goes through JSON: all
 * numbers are doubles when read.
 */
public final class YamlCodec {
  private static final YamlReader READER = new YamlReader(Dialect.HELM, YamlLimits.DEFAULT);

  private YamlCodec() {}

  /**
   * The first document's value; null if there is none.
   *
   * @throws GoException if it isn't YAML
   */
  public static @Nullable Object read(String text) {
    refuseBrokenText(text);
    try {
      var node = READER.readFirst(text);
      return node == null ? null : value(node);
    } catch (YamlException e) {
      throw new GoException("error converting YAML to JSON: " + e.getMessage(), e);
    }
  }

  /** The same; what was read is counted. */
  public static @Nullable Object read(String text, Meter meter) {
    var value = read(text);
    count(value, meter);
    return value;
  }

  private static void count(@Nullable Object value, Meter meter) {
    if (value instanceof Map<?, ?> map) {
      meter.list(map.size());
      map.values().forEach(item -> count(item, meter));
    } else if (value instanceof List<?> list) {
      meter.list(list.size());
      list.forEach(item -> count(item, meter));
    }
  }

  private static void refuseBrokenText(String text) {
    var problem = BrokenText.problem(text);
    if (problem != null) {
      throw new GoException("error converting YAML to JSON: yaml: " + problem);
    }
  }

  /**
   * The mapping that is the first document; empty if there is none.
   *
   * @throws GoException if it isn't YAML, or anything else than a mapping
   */
  public static Map<String, @Nullable Object> readMap(String text) {
    return readMap(text, "map[string]interface {}");
  }

  /** The same for what is of that type in Go, which errors tell. */
  @SuppressWarnings("unchecked") // keys are strings
  public static Map<String, @Nullable Object> readMap(String text, String type) {
    return switch (read(text)) {
      case null -> new LinkedHashMap<>();
      case Map<?, ?> map -> (Map<String, @Nullable Object>) map;
      case Object other -> throw mismatch(other, type);
    };
  }

  /** What Go says if a document is of another type than asked for. */
  public static GoException mismatch(Object value, String wanted) {
    return new GoException(
        "error unmarshaling JSON: while decoding JSON: " + JsonCodec.mismatch(value, wanted));
  }

  static @Nullable Object value(Node node) {
    return switch (node) {
      case ScalarNode scalar ->
          switch (Scalars.value(scalar)) {
            case Long number -> (Object) number.doubleValue();
            case BigInteger number -> number.doubleValue();
            case Double number when number.isInfinite() || number.isNaN() ->
                throw new YamlException("json: unsupported value: " + GoReals.text(number));
            case null -> null;
            case Object other -> other;
          };
      case SequenceNode sequence -> {
        var list = new ArrayList<@Nullable Object>(sequence.items().size());
        for (var item : sequence.items()) {
          list.add(value(item));
        }
        yield list;
      }
      case MappingNode mapping -> {
        var map = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(mapping.size());
        for (var entry : mapping.entries()) {
          map.put(entry.name(), value(entry.value()));
        }
        yield map;
      }
    };
  }

  /**
   * The value as YAML, with a line break at its end.
   *
   * @throws GoException if YAML can't hold it, such as a dict in itself
   */
  public static String write(@Nullable Object value) {
    return write(value, null);
  }

  /** The same for a template: its steps and what it makes are counted. */
  public static String write(@Nullable Object value, @Nullable Meter meter) {
    var out = new StringBuilder(256);
    try {
      ValueWriter.write(value, new PlainValues(meter), out);
    } catch (YamlException e) {
      throw new GoException(e.getMessage(), e);
    }
    return out.toString();
  }

  /** As go-yaml's third version writes it with an indentation of two, and no JSON between. */
  public static String writePretty(@Nullable Object value, @Nullable Meter meter) {
    var out = new StringBuilder(256);
    try {
      PrettyWriter.write(value, new PrettyValues(meter), out);
    } catch (YamlException e) {
      throw new GoException(e.getMessage(), e);
    }
    return out.toString();
  }
}
