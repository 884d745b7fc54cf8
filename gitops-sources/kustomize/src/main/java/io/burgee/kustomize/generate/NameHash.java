package io.burgee.kustomize.generate;

import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The hash of a generated resource's content, by which its name changes when the content does. */
public final class NameHash {
  private static final int LENGTH = 10;

  /** Hexadecimal digits, those that could make words or look like others exchanged. */
  private static final String DIGITS = "gh2k456789mbcdtf";

  private NameHash() {}

  /** Ten characters. */
  public static String of(MappingNode node) {
    var digest = sha256().digest(content(node).getBytes(StandardCharsets.UTF_8));
    var hash = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      int half = i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2];
      hash.append(DIGITS.charAt(half & 0xF));
    }
    return hash.toString();
  }

  /** What is hashed; the name in it has always been empty. */
  static String content(MappingNode node) {
    var kind = node.get("kind") instanceof ScalarNode scalar ? scalar.text() : "";
    return switch (kind) {
      case "ConfigMap" ->
          "{"
              + optional("binaryData", node.get("binaryData"))
              + member("data", node.get("data"))
              + ",\"kind\":\"ConfigMap\",\"name\":\"\"}";
      case "Secret" ->
          "{"
              + member("data", node.get("data"))
              + ",\"kind\":\"Secret\",\"name\":\"\","
              + optional("stringData", node.get("stringData"))
              + member("type", node.get("type"))
              + "}";
      default -> JsonWriter.compact(node);
    };
  }

  /** Only what has members is written where it need not be. */
  private static String optional(String name, @Nullable Node value) {
    return value == null || value instanceof ScalarNode ? "" : member(name, value) + ",";
  }

  private static String member(String name, @Nullable Node value) {
    return '"' + name + "\":" + json(value);
  }

  private static String json(@Nullable Node value) {
    return switch (value) {
      case null -> "\"\"";
      case ScalarNode scalar -> JsonWriter.compact(ScalarNode.string(scalar.text()));
      case MappingNode mapping -> JsonWriter.compact(mapping);
      default -> "null";
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
