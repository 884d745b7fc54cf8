package io.burgee.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Speaks HTTP to an API server as the bytes go, in one namespace that is this test's own. */
final class Api {
  /** The manager of writes that name none: the first part of the client's user agent. */
  static final String MANAGER = "fabric8-kubernetes-client";

  static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KubernetesClient client;
  private final String namespace;

  Api(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** An answer: its code and its body, an empty object when that isn't JSON. */
  record Answer(int code, String text) {
    JsonNode json() {
      return read(text);
    }

    /** The body's lines, as a watch sends them. */
    List<JsonNode> lines() {
      return text.lines().filter(line -> !line.isBlank()).map(Api::read).toList();
    }

    Answer expect(int expected) {
      assertThat(code).as(text).isEqualTo(expected);
      return this;
    }

    /** Expects a failure with this code and reason; its message. */
    String refused(int expected, String reason) {
      expect(expected);
      assertThat(json().path("kind").asText()).isEqualTo("Status");
      assertThat(json().path("reason").asText()).as(text).isEqualTo(reason);
      return json().path("message").asText();
    }
  }

  String namespace() {
    return namespace;
  }

  /** The path of {@code rest}, e.g. {@code configmaps/a}, in the namespace. */
  String core(String rest) {
    return "/api/v1/namespaces/" + namespace + "/" + rest;
  }

  String apps(String rest) {
    return "/apis/apps/v1/namespaces/" + namespace + "/" + rest;
  }

  String widgets(String rest) {
    return "/apis/" + Widgets.GROUP + "/v1/namespaces/" + namespace + "/" + rest;
  }

  Answer get(String path) {
    return send("GET", path, "", "", JSON);
  }

  /** A GET with an Accept header. */
  Answer get(String path, String accept) {
    return send("GET", path, "", "", accept);
  }

  Answer post(String path, String body) {
    return send("POST", path, JSON, body, JSON);
  }

  Answer put(String path, JsonNode body) {
    return send("PUT", path, JSON, body.toString(), JSON);
  }

  /** {@code kind} is e.g. {@code merge-patch+json}. */
  Answer patch(String path, String kind, String body) {
    return send("PATCH", path, "application/" + kind, body, JSON);
  }

  Answer apply(String path, String manager, String body) {
    var separator = path.contains("?") ? "&" : "?";
    return patch(path + separator + "fieldManager=" + manager, "apply-patch+yaml", body);
  }

  Answer delete(String path) {
    return send("DELETE", path, "", "", JSON);
  }

  Answer delete(String path, String options) {
    return send("DELETE", path, JSON, options, JSON);
  }

  /** Creates, expecting success; the object as stored. */
  ObjectNode create(String path, String body) {
    return (ObjectNode) post(path, body).expect(201).json();
  }

  /** The answer to a GET, once it satisfies {@code condition}. */
  Answer await(String path, Predicate<Answer> condition) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var answer = get(path);
    while (!condition.test(answer)) {
      assertThat(System.nanoTime()).as("still %s", answer).isLessThan(deadline);
      Thread.onSpinWait();
      answer = get(path);
    }
    return answer;
  }

  void awaitGone(String path) {
    await(path, answer -> answer.code() == 404);
  }

  private Answer send(String method, String path, String contentType, String body, String accept) {
    var http = client.getHttpClient();
    var builder =
        http.newHttpRequestBuilder()
            .uri(URI.create(client.getMasterUrl().toString().replaceAll("/$", "") + path))
            .header("Accept", accept);
    if (body.isEmpty()) {
      builder.method(method, null, null);
    } else {
      builder.method(method, contentType, body);
    }
    try {
      var response = http.sendAsync(builder.build(), String.class).get(60, TimeUnit.SECONDS);
      return new Answer(response.code(), response.body() == null ? "" : response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  static JsonNode read(String text) {
    try {
      return text.startsWith("{") ? MAPPER.readTree(text) : MAPPER.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> texts(JsonNode array, String pointer) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.at(pointer).asText()));
    return texts;
  }
}
