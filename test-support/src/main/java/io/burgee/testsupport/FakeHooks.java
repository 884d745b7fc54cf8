package io.burgee.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Receives webhooks on loopback: answers each path as a test says, and has the gates of Flagger's
 * load tester, which are closed until they are opened. Says yes on every other path.
 */
public final class FakeHooks implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<HookAnswer>> scripts = new HashMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  private FakeHooks(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Listens on a port of its own. */
  public static FakeHooks start() {
    try {
      return new FakeHooks(HttpServer.create(loopback(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a certificate that it signed itself, for {@code 127.0.0.1}. */
  public static FakeHooks startTls() {
    try {
      var server = HttpsServer.create(loopback(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
      return new FakeHooks(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a Canary's {@code webhooks}; the path begins with a slash. */
  public String url(String path) {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** From now on the path answers these, one after the other, and then the last one always. */
  public void answer(String path, HookAnswer... script) {
    synchronized (scripts) {
      scripts.put(path, new ArrayDeque<>(Arrays.asList(script)));
    }
  }

  /** Has {@code /gate/check} say yes to that Canary. */
  public void openGate(String name, String namespace) {
    open.add(name + "." + namespace);
  }

  public void closeGate(String name, String namespace) {
    open.remove(name + "." + namespace);
  }

  /** Has {@code /rollback/check} say yes to that Canary. */
  public void openRollback(String name, String namespace) {
    open.add("rollback." + name + "." + namespace);
  }

  /** All requests so far, oldest first. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
      var answer = answer(path, body);
      if (closing.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      switch (answer.how()) {
        case ANSWER -> send(exchange, answer);
        case HANG -> closing.await();
        case BREAK -> {}
        case DRIP -> drip(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HookAnswer answer(String path, String body) {
    synchronized (scripts) {
      var script = scripts.get(path);
      if (script != null) {
        return script.size() > 1 ? script.remove() : script.element();
      }
    }
    return switch (path) {
      case "/gate/halt" -> HookAnswer.no("Forbidden");
      case "/gate/check" -> gate(open.contains(canary(body)));
      case "/gate/open" -> changed(open.add(canary(body)));
      case "/gate/close" -> changed(open.remove(canary(body)));
      case "/rollback/check" -> gate(open.contains("rollback." + canary(body)));
      case "/rollback/open" -> changed(open.add("rollback." + canary(body)));
      case "/rollback/close" -> changed(open.remove("rollback." + canary(body)));
      default -> HookAnswer.yes();
    };
  }

  private static HookAnswer gate(boolean open) {
    return open ? HookAnswer.status(200, "Approved") : HookAnswer.no("Forbidden");
  }

  private static HookAnswer changed(boolean ignored) {
    return HookAnswer.status(202, "");
  }

  /** {@code NAME.NAMESPACE} of a payload. */
  private static String canary(String body) {
    var payload = Serialization.unmarshal(body, Map.class);
    return payload.get("name") + "." + payload.get("namespace");
  }

  private static void send(HttpExchange exchange, HookAnswer answer) throws IOException {
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private void drip(HttpExchange exchange, HookAnswer answer)
      throws IOException, InterruptedException {
    exchange.sendResponseHeaders(answer.status(), 0);
    while (!closing.await(10, TimeUnit.MILLISECONDS)) {
      exchange.getResponseBody().write('.');
      exchange.getResponseBody().flush();
    }
  }

  /**
   * What came in.
   *
   * @param headers with names capitalised as in {@code Content-Type}
   */
  public record Request(
      String method, String path, Map<String, List<String>> headers, String body) {
    /** The body as JSON, whose members are texts and one map of texts. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> payload() {
      return Serialization.unmarshal(body, Map.class);
    }

    /** What {@link #payload} has under {@code metadata}; empty where it has none. */
    @SuppressWarnings("unchecked")
    public Map<String, String> metadata() {
      return (Map<String, String>) payload().getOrDefault("metadata", Map.of());
    }

    public String phase() {
      return String.valueOf(payload().get("phase"));
    }
  }
}
