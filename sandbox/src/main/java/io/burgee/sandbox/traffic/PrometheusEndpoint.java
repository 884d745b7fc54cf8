package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.burgee.sandbox.cluster.SimulatedTime;
import io.burgee.sandbox.promql.Evaluator;
import io.burgee.sandbox.promql.Labels;
import io.burgee.sandbox.promql.PromqlException;
import io.burgee.sandbox.promql.SeriesSource;
import io.burgee.sandbox.promql.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus' instant query API on loopback. Clients ask in wall time; series are in simulated
 * time, so a range of a minute covers a minute divided by the speed for them.
 */
public final class PrometheusEndpoint implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Answer(int code, ObjectNode body) {}

  private final SeriesSource series;
  private final SimulatedTime time;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private PrometheusEndpoint(SeriesSource series, SimulatedTime time, HttpServer server) {
    this.series = series;
    this.time = time;
    this.server = server;
  }

  /** {@code port} 0 takes any free one. */
  public static PrometheusEndpoint start(SeriesSource series, SimulatedTime time, int port)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var endpoint = new PrometheusEndpoint(series, time, HttpServer.create(address, 0));
    endpoint.server.createContext("/", endpoint::handle);
    endpoint.server.setExecutor(endpoint.threads);
    endpoint.server.start();
    return endpoint;
  }

  /** What a client takes as Prometheus' address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange);
      var body = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.code(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/api/v1/query")) {
      return error(404, "not_found", "no such endpoint");
    }
    var parameters = new HashMap<String, String>();
    parse(exchange.getRequestURI().getRawQuery(), parameters);
    if (exchange.getRequestMethod().equals("POST")) {
      parse(
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), parameters);
    }
    return query(parameters);
  }

  private static void parse(@Nullable String form, Map<String, String> into) {
    for (var pair : form == null ? new String[0] : form.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Answer query(Map<String, String> parameters) {
    Instant wall;
    try {
      wall = parameters.containsKey("time") ? instant(parameters.get("time")) : time.wall();
    } catch (DateTimeParseException e) {
      var why = "cannot parse \"" + parameters.get("time") + "\" to a valid timestamp";
      return error(400, "bad_data", "invalid parameter \"time\": " + why);
    }
    try {
      var query = parameters.getOrDefault("query", "");
      return success(Evaluator.query(query, series, time.at(wall)), wall);
    } catch (PromqlException e) {
      return switch (e.type()) {
        case BAD_DATA ->
            error(400, e.type().text(), "invalid parameter \"query\": " + e.getMessage());
        case EXECUTION -> error(422, e.type().text(), String.valueOf(e.getMessage()));
      };
    }
  }

  /** Seconds since 1970, with a fraction, or RFC 3339. */
  private static Instant instant(String text) {
    try {
      return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    } catch (NumberFormatException e) {
      return Instant.parse(text);
    }
  }

  private static Answer error(int code, String type, String message) {
    var body = JsonNodeFactory.instance.objectNode().put("status", "error");
    return new Answer(code, body.put("errorType", type).put("error", message));
  }

  private Answer success(Value value, Instant wall) {
    var body = JsonNodeFactory.instance.objectNode().put("status", "success");
    var data = body.putObject("data");
    switch (value) {
      case Value.Scalar(var number) -> {
        data.put("resultType", "scalar");
        sample(data.putArray("result"), wall, number);
      }
      case Value.Vector(var elements) -> {
        var result = data.put("resultType", "vector").putArray("result");
        for (var element : elements) {
          var one = result.addObject();
          one.set("metric", metric(element.labels()));
          sample(one.putArray("value"), wall, element.value());
        }
      }
      case Value.Matrix(var matrix) -> {
        var result = data.put("resultType", "matrix").putArray("result");
        for (var series : matrix) {
          var one = result.addObject();
          one.set("metric", metric(series.labels()));
          var values = one.putArray("values");
          series.points().forEach(p -> sample(values.addArray(), time.wallAt(p.at()), p.value()));
        }
      }
    }
    return new Answer(200, body);
  }

  private static ObjectNode metric(Labels labels) {
    var metric = JsonNodeFactory.instance.objectNode();
    labels.values().forEach(metric::put);
    return metric;
  }

  private static void sample(ArrayNode into, Instant at, double value) {
    into.add(BigDecimal.valueOf(at.toEpochMilli(), 3)).add(text(value));
  }

  /** As Go prints it: never with an exponent. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    } else if (value == 0) {
      return "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
