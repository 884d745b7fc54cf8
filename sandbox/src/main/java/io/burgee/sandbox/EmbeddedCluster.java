package io.burgee.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.server.ApiServer;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * A Kubernetes control plane in this process, on the loopback interface, without authentication:
 * for trying things out and for tests. Nothing is kept when it is closed.
 */
public final class EmbeddedCluster implements AutoCloseable {
  private static final WriteOptions SYSTEM = WriteOptions.by("kube-apiserver");

  private final Store store;
  private final ApiServer server;

  private EmbeddedCluster(Store store, ApiServer server) {
    this.store = store;
    this.server = server;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A cluster as it comes, on a free port. */
  public static EmbeddedCluster start() {
    return builder().start();
  }

  /** Where the API is served. */
  public URI url() {
    return server.url();
  }

  /** The cluster's objects, for code in the same process. */
  public Store store() {
    return store;
  }

  /** A kubeconfig file, as YAML, that names this cluster only. */
  public String kubeconfig() {
    return """
    apiVersion: v1
    kind: Config
    current-context: sandbox
    clusters:
    - name: sandbox
      cluster:
        server: %s
    contexts:
    - name: sandbox
      context:
        cluster: sandbox
        user: sandbox
        namespace: default
    users:
    - name: sandbox
      user: {}
    """
        .formatted(url());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  /** What may be chosen of a cluster. */
  public static final class Builder {
    private int port;
    private Clock clock = Clock.systemUTC();
    private int history = 4096;

    private Builder() {}

    /** The port to serve on; 0, the default, takes a free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** The clock of timestamps and ages. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** How many changes of each kind a watch may go back by; they take memory. */
    public Builder history(int changes) {
      this.history = changes;
      return this;
    }

    /** Starts it; ready when this returns. */
    public EmbeddedCluster start() {
      var store = new Store(clock, history);
      List.of("default", "kube-system", "kube-public", "kube-node-lease")
          .forEach(name -> store.create(Kinds.NAMESPACES, namespace(name), SYSTEM));
      try {
        return new EmbeddedCluster(store, ApiServer.start(store, clock, port));
      } catch (IOException e) {
        store.close();
        throw new UncheckedIOException("can't serve on port " + port, e);
      }
    }

    private static ObjectNode namespace(String name) {
      var namespace = JsonNodeFactory.instance.objectNode();
      namespace.putObject("metadata").put("name", name);
      return namespace;
    }
  }
}
