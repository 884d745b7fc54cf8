package io.burgee.helm.encoding;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Scalars;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import io.burgee.yaml.YamlWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
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

  /** Deeper than any manifest; a dict may contain itself. */
  private static final int DEEPEST = 1_000;

  private YamlCodec() {}

  /**
   * The first document's value; null if there is none.
   *
   * @throws GoException if it isn't YAML
   */
  public static @Nullable Object read(String text) {
    try {
      var node = READER.readFirst(text);
      return node == null ? null : value(node);
    } catch (YamlException e) {
      throw new GoException("error converting YAML to JSON: " + e.getMessage(), e);
    }
  }

  /**
   * The mapping that is the first document; empty if there is none.
   *
   * @throws GoException if it isn't YAML, or anything else than a mapping
   */
  @SuppressWarnings("unchecked") // keys are strings
  public static Map<String, @Nullable Object> readMap(String text) {
    return switch (read(text)) {
      case null -> new LinkedHashMap<>();
      case Map<?, ?> map -> (Map<String, @Nullable Object>) map;
      case Object other -> throw mismatch(other, "map[string]interface {}");
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
                throw new YamlException("json: unsupported value: " + scalar.text());
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
   * @throws GoException if YAML can't hold it
   */
  public static String write(@Nullable Object value) {
    try {
      return YamlWriter.write(node(value, 0));
    } catch (YamlException e) {
      throw new GoException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Node node(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new GoException("json: unsupported value: encountered a cycle");
    }
    return switch (value) {
      case null -> ScalarNode.nothing();
      case String text -> string(text);
      case Boolean truth -> ScalarNode.bool(truth);
      case Long number -> ScalarNode.integer(number);
      case Double number -> real(number);
      case byte[] bytes -> string(Base64.getEncoder().encodeToString(bytes));
      case Map<?, ?> map -> mapping(map, depth);
      case List<?> list -> JsonCodec.isNil(list) ? ScalarNode.nothing() : sequence(list, depth);
      case GoInteger number
          when number.text() == null || number.type().name().contains("Duration") ->
          new ScalarNode(JsonCodec.integer(number), Tag.INT, Style.PLAIN);
      default -> node(JsonCodec.read(JsonCodec.write(value)), depth + 1);
    };
  }

  private static ScalarNode string(String text) {
    return new ScalarNode(JsonCodec.valid(text), Tag.STRING, Style.DOUBLE_QUOTED);
  }

  private static ScalarNode real(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoException("json: unsupported value: " + number);
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e18) {
      // Zero has a sign in JSON, and an integer hasn't.
      return number == 0 && 1 / number < 0
          ? new ScalarNode("-0", Tag.INT, Style.PLAIN)
          : ScalarNode.integer((long) number);
    }
    if (number == Math.rint(number) && number > 0 && number < 0x1p64) {
      return new ScalarNode(new BigDecimal(number).toBigInteger().toString(), Tag.INT, Style.PLAIN);
    }
    return new ScalarNode(Double.toString(number), Tag.FLOAT, Style.PLAIN);
  }

  private static MappingNode mapping(Map<?, ?> map, int depth) {
    var entries = new ArrayList<MappingNode.Entry>(map.size());
    for (var entry : map.entrySet()) {
      var key = string((String) entry.getKey());
      entries.add(new MappingNode.Entry(key, node(entry.getValue(), depth + 1)));
    }
    return new MappingNode(entries);
  }

  private static SequenceNode sequence(List<?> list, int depth) {
    var items = new ArrayList<Node>(list.size());
    for (var item : list) {
      items.add(node(item, depth + 1));
    }
    return new SequenceNode(items);
  }
}
