package io.burgee.operator.cli;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The flags of {@code run}: Flagger's, with its names and defaults. A mixin, so that the command
 * itself holds none of them.
 */
final class RunFlags {
  /** What Flagger's Kubernetes client added. */
  private static final List<String> KLOG =
      List.of(
          "v",
          "vmodule",
          "logtostderr",
          "alsologtostderr",
          "stderrthreshold",
          "log_dir",
          "log_file",
          "log_file_max_size",
          "log_backtrace_at",
          "add_dir_header",
          "skip_headers",
          "skip_log_headers",
          "one_output");

  /** Flags that are accepted and do nothing, each with what takes its place. */
  static final Map<String, String> RETIRED = retired();

  @Option(names = "--kubeconfig", paramLabel = "FILE", description = "How to reach the cluster.")
  private String kubeconfig = "";

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "The API server, in place of the one in the kubeconfig.")
  private String master = "";

  @Option(
      names = "--kubeconfig-service-mesh",
      paramLabel = "FILE",
      description = "How to reach the cluster that holds the route objects, if it is another one.")
  private String meshKubeconfig = "";

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Watch this namespace only; default: all.")
  private String namespace = "";

  @Mixin private CanaryFlags canaries = new CanaryFlags();

  @Option(
      names = "--metrics-server",
      paramLabel = "URL",
      description = "Prometheus, for the built-in metrics; default: ${DEFAULT-VALUE}.")
  private String metricsServer = CanaryFlags.METRICS_SERVER;

  @Option(
      names = "--ingress-annotations-prefix",
      paramLabel = "PREFIX",
      description = "Default: ${DEFAULT-VALUE}.")
  private String ingressAnnotationsPrefix = "nginx.ingress.kubernetes.io";

  @Option(
      names = "--ingress-class",
      paramLabel = "NAME",
      description = "The class that Contour's proxies get.")
  private String ingressClass = "";

  @Option(
      names = "--enable-leader-election",
      arity = "1",
      paramLabel = "BOOL",
      description = "Only one of several replicas works; default: ${DEFAULT-VALUE}.")
  private boolean leaderElection;

  @Option(
      names = "--leader-election-namespace",
      paramLabel = "NAME",
      description = "Where the lease is, unless --namespace says; default: ${DEFAULT-VALUE}.")
  private String leaderElectionNamespace = "kube-system";

  @Option(names = "--slack-url", paramLabel = "URL", description = "SLACK_URL goes before it.")
  private String slackUrl = "";

  @Option(
      names = "--slack-token",
      paramLabel = "TOKEN",
      description = "SLACK_TOKEN goes before it.")
  private String slackToken = "";

  @Option(
      names = "--slack-proxy-url",
      paramLabel = "URL",
      description = "SLACK_PROXY_URL goes before it.")
  private String slackProxyUrl = "";

  @Option(names = "--slack-user", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
  private String slackUser = "flagger";

  @Option(names = "--slack-channel", paramLabel = "NAME", description = "Where alerts go.")
  private String slackChannel = "";

  @Option(names = "--msteams-url", paramLabel = "URL", description = "MSTEAMS_URL goes before it.")
  private String teamsUrl = "";

  @Option(
      names = "--msteams-proxy-url",
      paramLabel = "URL",
      description = "MSTEAMS_PROXY_URL goes before it.")
  private String teamsProxyUrl = "";

  @Option(
      names = "--event-webhook",
      paramLabel = "URL",
      description = "Where every event is posted; EVENT_WEBHOOK_URL goes before it.")
  private String eventWebhook = "";

  @Option(
      names = "--cluster-name",
      paramLabel = "NAME",
      description = "How alerts call this cluster.")
  private String clusterName = "";

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private RunOptions.Level logLevel = RunOptions.Level.debug;

  @Option(
      names = "--zap-encoding",
      paramLabel = "FORMAT",
      description = "The log's format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private RunOptions.Encoding logEncoding = RunOptions.Encoding.json;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where health and metrics are served; default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  /** What was asked for, once parsing is over. */
  RunOptions options(Map<String, String> environment) {
    return new RunOptions(
        new RunOptions.Cluster(kubeconfig, master, meshKubeconfig),
        namespace,
        canaries.meshProvider(),
        metricsServer,
        canaries.selectorLabels(),
        canaries.includeLabelPrefix(),
        canaries.configTracking(),
        ingressAnnotationsPrefix,
        ingressClass,
        canaries.noCrossNamespaceRefs(),
        new RunOptions.Leadership(
            leaderElection, namespace.isEmpty() ? leaderElectionNamespace : namespace),
        new RunOptions.Slack(
            first(environment.get("SLACK_URL"), slackUrl),
            first(environment.get("SLACK_TOKEN"), slackToken),
            first(environment.get("SLACK_PROXY_URL"), slackProxyUrl),
            slackUser,
            slackChannel),
        new RunOptions.Teams(
            first(environment.get("MSTEAMS_URL"), teamsUrl),
            first(environment.get("MSTEAMS_PROXY_URL"), teamsProxyUrl)),
        first(environment.get("EVENT_WEBHOOK_URL"), eventWebhook),
        clusterName,
        new RunOptions.Log(logLevel, logEncoding),
        port);
  }

  private static Map<String, String> retired() {
    var loop =
        "there is no common loop: spec.analysis.interval of each Canary says when it is looked at";
    var throttle = "requests are not throttled here: the API server's flow control does that";
    var retired = new TreeMap<String, String>();
    retired.put("control-loop-interval", loop);
    retired.put("threadiness", "reconciles run on virtual threads and need no number of workers");
    retired.put("kubeconfig-qps", throttle);
    retired.put("kubeconfig-burst", throttle);
    retired.put("zap-replace-globals", "there is one logger");
    for (var klog : KLOG) {
      retired.put(klog, "there is one logger, -log-level and -zap-encoding are for it");
    }
    return Collections.unmodifiableMap(retired);
  }

  private static String first(@Nullable String variable, String flag) {
    return variable == null || variable.isEmpty() ? flag : variable;
  }
}
