package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which field of which message has which number. */
final class ProtobufTable {
  /** One field; {@code name} is empty when its own fields belong to the message around it. */
  record Field(String name, Shape shape, String type) {}

  /** How often a field's value occurs. */
  enum Shape {
    ONE,
    LIST,
    MAP
  }

  private final Map<String, Map<Integer, Field>> messages = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();

  private ProtobufTable() {}

  static ProtobufTable bundled() {
    try (var in = ProtobufTable.class.getResourceAsStream("protobuf-fields.txt")) {
      var text =
          new String(Objects.requireNonNull(in, "protobuf-fields.txt").readAllBytes(), UTF_8);
      var table = new ProtobufTable();
      var message = "";
      for (var line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        message = table.read(line.split(" ", -1), message);
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message of objects with this {@code apiVersion} and {@code kind}. */
  Optional<String> message(String apiVersion, String kind) {
    var group = kind.equals("DeleteOptions") ? "meta" : groups.getOrDefault(apiVersion, "");
    return Optional.of(group + "." + kind).filter(messages::containsKey);
  }

  /** Empty for a field that isn't known. */
  Optional<Field> field(String message, int number) {
    return Optional.ofNullable(messages.getOrDefault(message, Map.of()).get(number));
  }

  /** Takes in one line; the message that the next ones belong to. */
  private String read(String[] words, String message) {
    switch (words[0]) {
      case "group" -> groups.put(words[2], words[1]);
      case "message" -> {
        messages.put(words[1], new HashMap<>());
        return words[1];
      }
      default -> {
        var shape =
            switch (words[2]) {
              case "list" -> Shape.LIST;
              case "map" -> Shape.MAP;
              default -> Shape.ONE;
            };
        var name = words[1].equals("-") ? "" : words[1];
        var field = new Field(name, shape, words[words.length - 1]);
        Objects.requireNonNull(messages.get(message)).put(Integer.valueOf(words[0]), field);
      }
    }
    return message;
  }
}
