package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.burgee.sandbox.server.ProtobufTable.Field;
import io.burgee.sandbox.store.ApiFailure;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;

/**
 * Reads the protobuf form in which kubectl sends objects that it makes itself ({@code kubectl
 * create namespace}). Answers are JSON, which such clients take too.
 */
final class Protobuf {
  private static final byte[] MAGIC = {'k', '8', 's', 0};

  /** Read when the first such body comes. */
  private static final class Holder {
    static final ProtobufTable TABLE = ProtobufTable.bundled();
  }

  private Protobuf() {}

  /** The object in {@code body}; 415 when its kind isn't known here. */
  static ObjectNode decode(byte[] body) {
    if (body.length < 4 || !Arrays.equals(body, 0, 4, MAGIC, 0, 4)) {
      throw ApiFailure.badRequest("the body isn't protobuf of Kubernetes");
    }
    try {
      return envelope(ByteBuffer.wrap(body, 4, body.length - 4).slice());
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw ApiFailure.badRequest("the protobuf body ends early: " + e.getMessage());
    }
  }

  private static ObjectNode envelope(ByteBuffer in) {
    var apiVersion = "";
    var kind = "";
    var raw = ByteBuffer.allocate(0);
    while (in.hasRemaining()) {
      var tag = varint(in);
      switch ((int) (tag >>> 3)) {
        case 1 -> {
          var meta = bytes(in);
          while (meta.hasRemaining()) {
            var first = varint(meta) >>> 3 == 1;
            var text = text(bytes(meta));
            apiVersion = first ? text : apiVersion;
            kind = first ? kind : text;
          }
        }
        case 2 -> raw = bytes(in);
        default -> skip(in, tag);
      }
    }
    var message =
        Holder.TABLE
            .message(apiVersion, kind)
            .orElseThrow(() -> Failures.unsupportedMediaType("application/json, application/yaml"));
    var object = Json.object().put("apiVersion", apiVersion).put("kind", kind);
    read(raw, message, object);
    return object;
  }

  private static void read(ByteBuffer in, String message, ObjectNode into) {
    while (in.hasRemaining()) {
      var tag = varint(in);
      var field = Holder.TABLE.field(message, (int) (tag >>> 3));
      if (field.isEmpty()) {
        skip(in, tag);
      } else if (field.get().name().isEmpty()) {
        read(bytes(in), field.get().type(), into);
      } else {
        add(in, field.get(), into);
      }
    }
  }

  private static void add(ByteBuffer in, Field field, ObjectNode into) {
    switch (field.shape()) {
      case ONE -> {
        var value = value(in, field.type());
        if (!value.isMissingNode() && !(value.isTextual() && value.asText().isEmpty())) {
          into.set(field.name(), value);
        }
      }
      case LIST -> into.withArray("/" + field.name()).add(value(in, field.type()));
      case MAP -> {
        var entry = bytes(in);
        var key = "";
        JsonNode value = TextNode.valueOf("");
        while (entry.hasRemaining()) {
          if (varint(entry) >>> 3 == 1) {
            key = text(bytes(entry));
          } else {
            value = value(entry, field.type());
          }
        }
        into.withObject("/" + field.name()).set(key, value);
      }
    }
  }

  private static JsonNode value(ByteBuffer in, String type) {
    return switch (type) {
      case "string" -> TextNode.valueOf(text(bytes(in)));
      case "int32" -> IntNode.valueOf((int) varint(in));
      case "int64" -> LongNode.valueOf(varint(in));
      case "bool" -> BooleanNode.valueOf(varint(in) != 0);
      case "double" -> DoubleNode.valueOf(in.order(ByteOrder.LITTLE_ENDIAN).getDouble());
      case "bytes" -> binary(bytes(in));
      case "quantity", "raw" -> wrapped(bytes(in), type);
      case "time" -> time(bytes(in));
      case "intstr" -> intOrString(bytes(in));
      default -> {
        var object = Json.object();
        read(bytes(in), type, object);
        yield object;
      }
    };
  }

  private static JsonNode binary(ByteBuffer in) {
    return TextNode.valueOf(BinaryNode.valueOf(array(in)).asText());
  }

  /** A message with one field: a quantity's text, or JSON as it is. */
  private static JsonNode wrapped(ByteBuffer in, String type) {
    if (!in.hasRemaining()) {
      return MissingNode.getInstance();
    }
    varint(in);
    var content = bytes(in);
    return type.equals("quantity")
        ? TextNode.valueOf(text(content))
        : Json.parse(array(content), "application/json");
  }

  /** Seconds and nanoseconds; a zero time stands for none. */
  private static JsonNode time(ByteBuffer in) {
    var seconds = 0L;
    var nanos = 0L;
    while (in.hasRemaining()) {
      if (varint(in) >>> 3 == 1) {
        seconds = varint(in);
      } else {
        nanos = varint(in);
      }
    }
    return seconds == 0
        ? MissingNode.getInstance()
        : TextNode.valueOf(Instant.ofEpochSecond(seconds, nanos).toString());
  }

  private static JsonNode intOrString(ByteBuffer in) {
    var isText = false;
    var number = 0;
    var text = "";
    while (in.hasRemaining()) {
      switch ((int) (varint(in) >>> 3)) {
        case 1 -> isText = varint(in) != 0;
        case 2 -> number = (int) varint(in);
        default -> text = text(bytes(in));
      }
    }
    return isText ? TextNode.valueOf(text) : IntNode.valueOf(number);
  }

  private static void skip(ByteBuffer in, long tag) {
    switch ((int) (tag & 7)) {
      case 0 -> varint(in);
      case 1 -> in.getLong();
      case 2 -> bytes(in);
      case 5 -> in.getInt();
      default -> throw new IllegalArgumentException("wire type " + (tag & 7));
    }
  }

  private static long varint(ByteBuffer in) {
    var value = 0L;
    for (var shift = 0; shift < 64; shift += 7) {
      var next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is too long");
  }

  /** The next length-delimited value. */
  private static ByteBuffer bytes(ByteBuffer in) {
    var length = varint(in);
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var slice = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return slice;
  }

  private static String text(ByteBuffer in) {
    return UTF_8.decode(in).toString();
  }

  private static byte[] array(ByteBuffer in) {
    var array = new byte[in.remaining()];
    in.get(array);
    return array;
  }
}
