package io.burgee.operator.cli;

import java.util.List;

/**
 * How {@code burgee run} was started, flags and environment together. Empty strings and lists mean
 * "not given".
 *
 * @param namespace the one namespace to watch; empty for all
 * @param selectorLabels label keys that may tell a workload's pods apart, first match wins
 * @param includeLabelPrefix prefixes of label and annotation keys that primaries inherit
 * @param eventWebhook where every event is posted, for canaries without an event webhook
 * @param port where health and metrics are served
 */
public record RunOptions(
    Cluster cluster,
    String namespace,
    String meshProvider,
    String metricsServer,
    List<String> selectorLabels,
    List<String> includeLabelPrefix,
    boolean configTracking,
    String ingressAnnotationsPrefix,
    String ingressClass,
    boolean noCrossNamespaceRefs,
    Leadership leadership,
    Slack slack,
    Teams teams,
    String eventWebhook,
    String clusterName,
    Log log,
    int port) {

  public RunOptions {
    selectorLabels = List.copyOf(selectorLabels);
    includeLabelPrefix = List.copyOf(includeLabelPrefix);
  }

  /**
   * The API servers to talk to.
   *
   * @param kubeconfig path of the file; empty for the pod's own service account or the usual places
   * @param master URL that takes the place of the one in the kubeconfig
   * @param meshKubeconfig path of the file for the cluster that holds the route objects, if another
   */
  public record Cluster(String kubeconfig, String master, String meshKubeconfig) {}

  /**
   * Which of several replicas works.
   *
   * @param namespace where the Lease lives: the watched namespace if there is just one
   */
  public record Leadership(boolean enabled, String namespace) {}

  /** The default Slack channel for alerts. */
  public record Slack(String url, String token, String proxyUrl, String user, String channel) {
    /** Leaves out what must not get into a log: the token, and the URL, which works as one. */
    @Override
    public String toString() {
      return "Slack[user=" + user + ", channel=" + channel + "]";
    }
  }

  /** The default Microsoft Teams channel for alerts. */
  public record Teams(String url, String proxyUrl) {
    /** Leaves out the URLs: who knows the first can post. */
    @Override
    public String toString() {
      return "Teams[" + (url.isEmpty() ? "off" : "on") + "]";
    }
  }

  /** How much is logged, and in which form. */
  public record Log(Level level, Encoding encoding) {}

  /** Names as they are typed. */
  public enum Level {
    debug,
    info,
    warn,
    warning,
    error,
    fatal,
    panic;

    /** As the logger calls it, which has none above error. */
    String threshold() {
      return switch (this) {
        case warn, warning -> "warn";
        case error, fatal, panic -> "error";
        case debug, info -> name();
      };
    }
  }

  /** Names as they are typed. */
  public enum Encoding {
    json,
    console
  }
}
