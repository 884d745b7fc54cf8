package io.burgee.operator.workload;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;

/**
 * One text for each value: keys sorted, absent and empty members left out, numbers in their
 * shortest form.
 */
final class CanonicalJson {
  /** What Kubernetes makes safe names from: no vowels, nothing that looks like another. */
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private static final int NAME_LENGTH = 10;

  private CanonicalJson() {}

  static String of(JsonNode node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /** A short name for the text: ten characters fit for object names, from its SHA-256. */
  static String nameOf(String text) {
    var digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    var name = new StringBuilder();
    for (int i = 0; i < NAME_LENGTH; i++) {
      name.append(ALPHABET.charAt(Byte.toUnsignedInt(digest[i]) % ALPHABET.length()));
    }
    return name.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> {
        out.append('[');
        node.forEach(
            item -> {
              write(item, out);
              out.append(',');
            });
        out.append(']');
      }
      case NUMBER -> out.append(new BigDecimal(node.asText()).stripTrailingZeros().toPlainString());
      default -> out.append(node);
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    out.append('{');
    for (var name : names) {
      var value = node.get(name);
      if (!isEmpty(value)) {
        out.append(name).append(':');
        write(value, out);
        out.append(',');
      }
    }
    out.append('}');
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
