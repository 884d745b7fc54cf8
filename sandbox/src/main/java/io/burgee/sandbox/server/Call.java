package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.WriteOptions;
import io.burgee.sandbox.store.WriteOptions.UnknownFields;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, parsed. */
final class Call {
  private static final int BODY_LIMIT = 3 << 20;

  private final String method;
  private final List<String> path;
  private final Map<String, String> query;
  private final Headers headers;
  private final byte[] body;
  private final List<String> warnings = new ArrayList<>();

  private Call(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    this.method = exchange.getRequestMethod();
    this.headers = exchange.getRequestHeaders();
    this.path =
        Arrays.stream(uri.getRawPath().split("/", -1))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
            .toList();
    this.query = query(uri.getRawQuery());
    this.body = readBody(exchange);
  }

  static Call of(HttpExchange exchange) throws IOException {
    return new Call(exchange);
  }

  String method() {
    return method;
  }

  /** The path's segments, decoded. */
  List<String> path() {
    return path;
  }

  /** What is added here goes out with the answer. */
  List<String> warnings() {
    return warnings;
  }

  String accept() {
    return String.join(",", headers.getOrDefault("Accept", List.of()));
  }

  /** The media type of the body, without parameters; empty when not said. */
  String contentType() {
    return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean hasBody() {
    return body.length > 0;
  }

  /** A query parameter; empty when it is absent. */
  String param(String name) {
    return query.getOrDefault(name, "");
  }

  boolean flag(String name) {
    var value = param(name);
    return value.equals("true") || value.equals("1");
  }

  /** The body as an object; 400 when it is something else. */
  ObjectNode object() {
    return json() instanceof ObjectNode object ? object : refuse("the body must be an object");
  }

  JsonNode json() {
    if (contentType().equals("application/vnd.kubernetes.protobuf")) {
      return Protobuf.decode(body);
    }
    if (contentType().contains("cbor")) {
      throw Failures.unsupportedMediaType("application/json, application/yaml");
    }
    return Json.parse(body, contentType());
  }

  /** How this request's write is to be made. */
  WriteOptions writeOptions() {
    var unknown =
        switch (param("fieldValidation")) {
          case "", "Warn" -> UnknownFields.WARN;
          case "Strict" -> UnknownFields.STRICT;
          case "Ignore" -> UnknownFields.IGNORE;
          default ->
              throw ApiFailure.badRequest(
                  "fieldValidation: Unsupported value: \"" + param("fieldValidation") + '"');
        };
    return new WriteOptions(manager(), dryRun(), unknown, warnings::add);
  }

  boolean dryRun() {
    return switch (param("dryRun")) {
      case "" -> false;
      case "All" -> true;
      default ->
          throw ApiFailure.badRequest(
              "dryRun: Unsupported value: \"" + param("dryRun") + "\": supported values: \"All\"");
    };
  }

  /** Named by the client, else the first part of its user agent. */
  private String manager() {
    return param("fieldManager").isEmpty()
        ? header("User-Agent").split("/", 2)[0]
        : param("fieldManager");
  }

  private static ObjectNode refuse(String why) {
    throw ApiFailure.badRequest(why);
  }

  private String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  private static byte[] readBody(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    if (body.length > BODY_LIMIT) {
      throw Failures.tooLarge(BODY_LIMIT);
    }
    return body;
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new HashMap<String, String>();
    if (raw != null) {
      for (var pair : raw.split("&", -1)) {
        var parts = pair.split("=", 2);
        var value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
        query.putIfAbsent(URLDecoder.decode(parts[0], UTF_8), value);
      }
    }
    return query;
  }
}
