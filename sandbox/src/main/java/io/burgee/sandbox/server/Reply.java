package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.store.ApiFailure;
import java.io.IOException;
import java.util.List;

/** An answer with a body. */
final class Reply {
  private static final String JSON = "application/json";

  private final int code;
  private final String mediaType;
  private final byte[] body;

  Reply(int code, String mediaType, byte[] body) {
    this.code = code;
    this.mediaType = mediaType;
    this.body = body;
  }

  /** Sends it, with {@code warnings} for the user. */
  void send(HttpExchange exchange, List<String> warnings) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", mediaType);
    headers.set("Cache-Control", "no-cache, private");
    for (var warning : warnings) {
      var quoted = warning.replace("\\", "\\\\").replace("\"", "\\\"");
      headers.add("Warning", "299 - \"" + quoted + '"');
    }
    exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  static Reply json(int code, JsonNode body) {
    return new Reply(code, JSON, Json.bytes(body));
  }

  static Reply ok(JsonNode body) {
    return json(200, body);
  }

  static Reply of(ApiFailure failure) {
    return json(failure.code(), status(failure));
  }

  /** The failure as a {@code Status} object. */
  static ObjectNode status(ApiFailure failure) {
    var status = status("Failure");
    status.put("message", failure.getMessage());
    if (!failure.reason().isEmpty()) {
      status.put("reason", failure.reason());
    }
    var details = details(failure.details());
    if (failure.code() == 504) {
      details.put("retryAfterSeconds", 1);
    }
    if (!details.isEmpty()) {
      status.set("details", details);
    }
    return status.put("code", failure.code());
  }

  static ObjectNode status(String outcome) {
    var status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    return status.put("status", outcome);
  }

  private static ObjectNode details(ApiFailure.Details from) {
    var details = Json.object();
    put(details, "name", from.name());
    put(details, "group", from.group());
    put(details, "kind", from.kind());
    if (!from.causes().isEmpty()) {
      var causes = details.putArray("causes");
      for (Problem problem : from.causes()) {
        var cause = causes.addObject().put("reason", problem.reason());
        cause.put("message", problem.message());
        put(cause, "field", problem.field());
      }
    }
    return details;
  }

  private static void put(ObjectNode object, String field, String value) {
    if (!value.isEmpty()) {
      object.put(field, value);
    }
  }
}
