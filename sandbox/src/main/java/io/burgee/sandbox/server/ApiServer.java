package io.burgee.sandbox.server;

import com.sun.net.httpserver.HttpServer;
import io.burgee.sandbox.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a store as the Kubernetes API, in plain HTTP on the loopback interface. */
public final class ApiServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  static {
    // Read once by the JDK's server. Without it, an answer waits 40 ms for the client's ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final HttpServer server;
  private final ExecutorService executor;

  private ApiServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /** Starts to serve {@code store}; {@code port} 0 takes a free one. */
  public static ApiServer start(Store store, Clock clock, int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, BACKLOG);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", new Dispatcher(store, clock));
    server.start();
    return new ApiServer(server, executor);
  }

  public URI url() {
    var address = server.getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort());
  }

  /** Stops at once: requests and watches under way are cut off. */
  @Override
  public void close() {
    executor.shutdownNow();
    server.stop(0);
  }
}
