package io.burgee.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * As much of an API server as these tests need, on loopback: objects by their path, one
 * resourceVersion counter, streamed watches, optimistic locking, apply as a plain merge.
 */
final class FakeApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request as it came in. */
  record Request(String method, String path, String query, String contentType, String body) {}

  /** An answer that is not the usual one. */
  record Answer(int status, String body) {
    static Answer failure(int code, String reason, String message, String details) {
      return new Answer(
          code,
          """
          {"kind":"Status","apiVersion":"v1","status":"Failure","code":%d,"reason":"%s",
           "message":"%s","details":{%s}}"""
              .formatted(code, reason, message, details));
    }
  }

  private record Event(long version, String collection, String type, JsonNode object) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, ObjectNode> objects = new TreeMap<>();
  private final List<Event> history = new ArrayList<>();
  private volatile Function<Request, Optional<Answer>> script = r -> Optional.empty();
  private String versionPrefix = "";
  private boolean watchesHeld;
  private boolean closed;
  private long version = 100;

  FakeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  Config config() {
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new ConfigBuilder(Config.empty()).withMasterUrl(url).withNamespace("test").build();
  }

  KubernetesClient client() {
    return Clients.connect(config(), "test");
  }

  /** Answers some requests otherwise. */
  void answer(Function<Request, Optional<Answer>> script) {
    this.script = script;
  }

  /** From now on versions look like this; such versions can't be compared. */
  synchronized void prefixVersions(String prefix) {
    versionPrefix = prefix;
  }

  synchronized void holdWatches(boolean hold) {
    watchesHeld = hold;
    notifyAll();
  }

  /** Somebody else's write. */
  synchronized void put(String path, String json) {
    store(path, tree(json), objects.containsKey(path) ? "MODIFIED" : "ADDED");
  }

  synchronized void remove(String path) {
    var gone = objects.remove(path);
    if (gone != null) {
      record(path, "DELETED", gone);
    }
  }

  synchronized ObjectNode get(String path) {
    return Optional.ofNullable(objects.get(path)).orElseThrow(() -> new AssertionError(path));
  }

  synchronized boolean has(String path) {
    return objects.containsKey(path);
  }

  long count(String method) {
    return requests.stream().filter(r -> r.method().equals(method)).count();
  }

  long writes() {
    return requests.stream().filter(r -> !r.method().equals("GET")).count();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    server.stop(0);
    threads.shutdownNow();
  }

  static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var uri = exchange.getRequestURI();
    var request =
        new Request(
            exchange.getRequestMethod(),
            uri.getPath(),
            uri.getRawQuery() == null
                ? ""
                : URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse(""),
            body);
    requests.add(request);
    try (exchange) {
      var scripted = script.apply(request);
      if (scripted.isEmpty() && request.query().contains("watch=true")) {
        watch(exchange, request);
      } else {
        send(exchange, scripted.orElseGet(() -> respond(request)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private synchronized Answer respond(Request request) {
    return switch (request.method()) {
      case "GET" -> read(request);
      case "POST" -> create(request);
      case "PUT" -> update(request);
      case "PATCH" -> apply(request);
      case "DELETE" -> delete(request);
      default -> Answer.failure(405, "MethodNotAllowed", "no such method", "");
    };
  }

  private Answer read(Request request) {
    var object = objects.get(request.path());
    if (object != null) {
      return ok(object);
    }
    return isCollection(request.path()) ? list(request.path()) : notFound(request.path());
  }

  private Answer list(String collection) {
    var list = JSON.createObjectNode().put("kind", "List").put("apiVersion", "v1");
    list.putObject("metadata").put("resourceVersion", text(version));
    var items = list.putArray("items");
    objects.forEach((path, object) -> addIfIn(collection, path, object, items::add));
    return new Answer(200, list.toString());
  }

  private static void addIfIn(
      String collection, String path, ObjectNode object, java.util.function.Consumer<JsonNode> to) {
    if (isIn(collection, path)) {
      to.accept(object);
    }
  }

  private Answer create(Request request) {
    var object = tree(request.body());
    var path = request.path() + "/" + object.path("metadata").path("name").asText();
    if (objects.containsKey(path)) {
      return Answer.failure(409, "AlreadyExists", path + " already exists", "");
    }
    if (!request.query().contains("dryRun")) {
      store(path, object, "ADDED");
    }
    return ok(object);
  }

  private Answer update(Request request) {
    var sub = subresource(request.path());
    var path = sub.isEmpty() ? request.path() : parent(request.path());
    var live = objects.get(path);
    var sent = tree(request.body());
    if (live == null) {
      return notFound(path);
    }
    if (isStale(sent, live)) {
      return conflict(path);
    }
    if (sub.equals("scale")) {
      var scaled = live.deepCopy();
      scaled.withObject("spec").set("replicas", sent.path("spec").path("replicas"));
      store(path, scaled, "MODIFIED");
      sent.withObject("metadata").set("resourceVersion", scaled.at("/metadata/resourceVersion"));
      return ok(sent);
    }
    var next =
        sub.equals("status")
            ? live.deepCopy().<ObjectNode>set("status", sent.path("status"))
            : sent;
    next.withObject("metadata").set("uid", live.at("/metadata/uid"));
    store(path, next, "MODIFIED");
    return ok(next);
  }

  private Answer apply(Request request) {
    var sent = tree(request.body());
    var live = objects.get(request.path());
    if (isStale(sent, live == null ? JSON.createObjectNode() : live)) {
      return conflict(request.path());
    }
    var merged = merge(live == null ? JSON.createObjectNode() : live.deepCopy(), sent);
    if (live != null && merged.equals(live)) {
      return ok(live);
    }
    store(request.path(), merged, live == null ? "ADDED" : "MODIFIED");
    return ok(merged);
  }

  private Answer delete(Request request) {
    var live = objects.get(request.path());
    if (live == null) {
      return notFound(request.path());
    }
    var wanted = tree(request.body()).at("/preconditions/resourceVersion");
    if (!wanted.isMissingNode() && !wanted.equals(live.at("/metadata/resourceVersion"))) {
      return conflict(request.path());
    }
    remove(request.path());
    return new Answer(200, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}");
  }

  private void store(String path, ObjectNode object, String type) {
    var metadata = object.withObject("metadata");
    var old = objects.get(path);
    var specChanged = old != null && !old.path("spec").equals(object.path("spec"));
    var generation =
        old == null ? 1 : old.at("/metadata/generation").asLong() + (specChanged ? 1 : 0);
    version++;
    metadata.put("resourceVersion", text(version)).put("generation", generation);
    metadata.put("uid", metadata.path("uid").asText("uid-" + version));
    objects.put(path, object.deepCopy());
    record(path, type, object);
  }

  private void record(String path, String type, ObjectNode object) {
    if (type.equals("DELETED")) {
      version++;
      object.withObject("metadata").put("resourceVersion", text(version));
    }
    history.add(new Event(version, parent(path), type, object.deepCopy()));
    notifyAll();
  }

  private void watch(HttpExchange exchange, Request request)
      throws IOException, InterruptedException {
    var parameters = new HashMap<String, String>();
    for (var pair : request.query().split("&", -1)) {
      var sides = pair.split("=", 2);
      parameters.put(sides[0], sides.length > 1 ? sides[1] : "");
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    var from = parameters.getOrDefault("resourceVersion", "0");
    var sent = Long.parseLong(from.replaceAll("\\D", ""));
    for (var event = next(request.path(), sent);
        event != null;
        event = next(request.path(), sent)) {
      sent = event.version();
      var line = JSON.createObjectNode().put("type", event.type()).set("object", event.object());
      exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }

  private synchronized @Nullable Event next(String collection, long after)
      throws InterruptedException {
    while (!closed) {
      if (!watchesHeld) {
        var found =
            history.stream()
                .filter(e -> e.version() > after && isIn(collection, e.collection() + "/x"))
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
      wait();
    }
    return null;
  }

  /** Whether the object's path belongs to the collection, a namespace's or all namespaces'. */
  private static boolean isIn(String collection, String path) {
    var namespaced = path.replaceFirst("/namespaces/[^/]+/", "/");
    return parent(path).equals(collection) || parent(namespaced).equals(collection);
  }

  private static boolean isCollection(String path) {
    var parts = path.split("/", -1).length - 1;
    var root = path.startsWith("/api/") ? 2 : 3;
    var rest = parts - root;
    return path.contains("/namespaces/") ? rest == 3 : rest == 1;
  }

  private static ObjectNode merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            field -> {
              var there = into.get(field.getKey());
              into.set(
                  field.getKey(),
                  there instanceof ObjectNode a && field.getValue() instanceof ObjectNode b
                      ? merge(a, b)
                      : field.getValue());
            });
    return into;
  }

  private static boolean isStale(ObjectNode sent, ObjectNode live) {
    var wanted = sent.at("/metadata/resourceVersion");
    return !wanted.isMissingNode() && !wanted.equals(live.at("/metadata/resourceVersion"));
  }

  private static Answer ok(JsonNode object) {
    return new Answer(200, object.toString());
  }

  private static Answer notFound(String path) {
    return Answer.failure(404, "NotFound", path + " not found", "");
  }

  private static Answer conflict(String path) {
    return Answer.failure(409, "Conflict", path + ": the object has been modified", "");
  }

  private static String subresource(String path) {
    var last = path.substring(path.lastIndexOf('/') + 1);
    return last.equals("status") || last.equals("scale") ? last : "";
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private String text(long number) {
    return versionPrefix + number;
  }
}
