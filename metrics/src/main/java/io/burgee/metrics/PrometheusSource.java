package io.burgee.metrics;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Prometheus' HTTP API, and what speaks it. */
final class PrometheusSource implements MetricSource {
  /** Far more than one series takes; a larger answer is not read. */
  static final int MAX_BYTES = 1 << 20;

  private static final int MAX_QUOTED = 200;

  private final OkHttpClient client;
  private final HttpUrl endpoint;
  private final Request prepared;

  PrometheusSource(OkHttpClient client, SourceConfig config) {
    var address = HttpUrl.parse(config.address().strip());
    if (address == null) {
      throw new IllegalArgumentException(
          "the address of a Prometheus must be an http or https URL");
    }
    this.client = client;
    endpoint =
        address.newBuilder().username("").password("").addPathSegments("api/v1/query").build();
    prepared = prepared(config, address);
  }

  @Override
  public Reading read(Query query, Instant now) {
    return switch (ask(query.text())) {
      case Reading.Value(var value, _) -> new Reading.Value(value, samples(query));
      case Reading.NoData none -> none;
      case Reading.Unreachable none -> none;
    };
  }

  private OptionalLong samples(Query query) {
    return query.samples().map(this::ask).orElse(new Reading.NoData("not asked"))
            instanceof Reading.Value(var count, _)
        ? OptionalLong.of(Math.round(count))
        : OptionalLong.empty();
  }

  private Reading ask(String text) {
    var query = text.strip().replaceAll("\\s+", " ");
    var url = endpoint.newBuilder().addQueryParameter("query", query).build();
    try (var response = client.newCall(prepared.newBuilder().url(url).build()).execute()) {
      return read(response);
    } catch (InterruptedIOException e) {
      return unreachable(interrupted() ? "interrupted" : "no answer in time");
    } catch (IOException e) {
      return unreachable(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private Reading read(Response response) throws IOException {
    var bytes = response.body().byteStream().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return unreachable("the answer is longer than " + MAX_BYTES + " bytes");
    }
    var body = new String(bytes, StandardCharsets.UTF_8);
    if (response.code() >= 400) {
      return unreachable(
          "error response: Status %d %s: %s"
              .formatted(response.code(), response.message(), quoted(body)));
    }
    return PrometheusAnswer.read(body)
        .orElseGet(() -> unreachable("not an answer: " + quoted(body)));
  }

  /** An interrupt is for the thread's owner: it stays set. */
  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private Reading unreachable(String why) {
    return new Reading.Unreachable(endpoint.host() + ":" + endpoint.port() + ": " + why);
  }

  private static String quoted(String body) {
    var line = body.strip().replaceAll("\\s+", " ");
    return line.length() > MAX_QUOTED ? line.substring(0, MAX_QUOTED) + "..." : line;
  }

  private static Request prepared(SourceConfig config, HttpUrl address) {
    var request = new Request.Builder().url(address);
    config.headers().forEach((name, values) -> values.forEach(value -> add(request, name, value)));
    authorization(config.secret(), address)
        .ifPresent(value -> set(request, "Authorization", value));
    return request.build();
  }

  /** OkHttp's own complaint would quote the value. */
  private static void add(Request.Builder request, String name, String value) {
    try {
      request.addHeader(name, value);
    } catch (IllegalArgumentException e) {
      throw malformed(name);
    }
  }

  private static void set(Request.Builder request, String name, String value) {
    try {
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      throw malformed(name);
    }
  }

  private static IllegalArgumentException malformed(String name) {
    return new IllegalArgumentException(
        "header " + name + " holds a character that headers can't have");
  }

  private static Optional<String> authorization(SecretData secret, HttpUrl address) {
    var token = secret.get("token");
    if (token.isPresent()) {
      return token.map(value -> "Bearer " + value);
    }
    var username = secret.get("username");
    var password = secret.get("password");
    if (username.isPresent() && password.isPresent()) {
      return Optional.of(Credentials.basic(username.get(), password.get(), StandardCharsets.UTF_8));
    }
    if (!secret.equals(SecretData.NONE)) {
      throw new IllegalArgumentException(
          "the Secret of a Prometheus needs a token, or a username and a password");
    }
    return address.username().isEmpty()
        ? Optional.empty()
        : Optional.of(Credentials.basic(address.username(), address.password()));
  }
}
