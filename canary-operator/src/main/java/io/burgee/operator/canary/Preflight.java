package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Decision;
import io.burgee.core.Notice;
import io.burgee.core.Progress;
import io.burgee.kube.Stalled;
import io.burgee.kube.WriteLog;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what this program would make of the Canaries of a cluster, by the code that would do it; its
 * writes are refused, so nothing changes.
 */
public final class Preflight {
  private static final WriteLog READS_ONLY =
      new WriteLog() {
        @Override
        public void before(Write write) {
          throw new IllegalStateException("preflight must not " + write);
        }
      };

  private final KubernetesClient client;
  private final Settings settings;
  private final Clock clock;

  public Preflight(KubernetesClient client, Settings settings, Clock clock) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param problems of the cluster itself, with what to do about them
   * @param flaggers Deployments that seem to run Flagger; to be scaled to zero before
   */
  public record Report(List<String> problems, List<String> flaggers, List<Row> canaries) {
    /** Whether anything stands in the way. */
    public boolean refuses() {
      return !problems.isEmpty() || canaries.stream().anyMatch(row -> !row.refused().isEmpty());
    }
  }

  /**
   * One Canary.
   *
   * @param happens what will become of it; empty if it is refused
   * @param refused why it can't be taken over as it stands; empty if it can
   */
  public record Row(
      String namespace,
      String name,
      String phase,
      String happens,
      List<String> warnings,
      String refused) {}

  /** Looks at one namespace, or all. Blocks for as long as the cluster takes to answer. */
  public Report report(Optional<String> namespace) throws InterruptedException {
    var problems = definitionProblems();
    if (find("canaries").isEmpty()) {
      return new Report(problems, Controllers.running(client, "flagger"), List.of());
    }
    try (var inspection = new Inspection(client, settings, namespace, READS_ONLY)) {
      inspection.fill();
      var rows = new ArrayList<Row>();
      var all = new ArrayList<>(inspection.canaries.list());
      all.sort(
          Comparator.comparing((Canary c) -> c.getMetadata().getNamespace())
              .thenComparing(c -> c.getMetadata().getName()));
      for (var canary : all) {
        rows.add(row(inspection, canary));
      }
      return new Report(problems, Controllers.running(client, "flagger"), List.copyOf(rows));
    }
  }

  private Row row(Inspection inspection, Canary canary) throws InterruptedException {
    try {
      var release = inspection.read(canary);
      if (!Predecessor.isOn(canary)) {
        var begun = canary.getStatus() != null && canary.getStatus().getBurgee() != null;
        return row(canary, begun ? "is Burgee's already" : "is initialised", List.of(), "");
      }
      var now = clock.instant();
      var decision = inspection.succession.preview(canary, release, now).decision();
      var move = (Decision.Move) decision;
      return row(canary, sentence(move.next()), warnings(move), "");
    } catch (Invalid | Stalled e) {
      return row(canary, "", List.of(), Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  private static Row row(Canary canary, String happens, List<String> warnings, String refused) {
    var status = canary.getStatus();
    var phase = status == null ? null : status.getPhase();
    return new Row(
        canary.getMetadata().getNamespace(),
        canary.getMetadata().getName(),
        Objects.requireNonNullElse(phase, ""),
        happens,
        warnings,
        refused);
  }

  private static List<String> warnings(Decision.Move move) {
    return move.notices().stream()
        .filter(notice -> notice.level() == Notice.Level.WARNING)
        .map(Notice::message)
        .toList();
  }

  private static String sentence(Progress next) {
    var weight = next.traffic().canary();
    return switch (next.stage()) {
      case NEW -> "is initialised anew: it has no primary that fits";
      case PREPARING, ROUTING -> "goes on being initialised, with the primary that is there";
      case AT_REST ->
          next.revisions().seen().equals(next.revisions().candidate())
              ? "stays as it is until its target changes"
              : "starts a run: its configuration changed since Flagger looked";
      case WAITING -> "goes on waiting for its confirm-rollout hooks";
      case STARTING -> "starts its analysis when the canary is ready";
      case ANALYSING ->
          next.holds().gate().isPresent()
              ? "goes on waiting for promotion at " + weight
              : "goes on at " + weight + " with " + next.tally().failed() + " failed checks";
      case RESTARTING -> "starts its analysis over: its configuration changed meanwhile";
      case PROMOTING, SHIFTING_BACK, FINALISING -> "has its promotion brought to its end";
      case RESCUING ->
          "keeps its traffic on the canary until the primary is ready or another revision is";
      case ROLLING_BACK -> "ends its analysis: the target is at the promoted revision again";
      case DRAINING, SCALING_DOWN -> "is scaled down";
      case TERMINATING, REVERTING, TERMINATED -> "goes on being given back to its target";
    };
  }

  private List<String> definitionProblems() {
    var problems = new ArrayList<String>();
    for (var plural : List.of("canaries", "metrictemplates", "alertproviders")) {
      if (find(plural).isEmpty()) {
        problems.add("there is no CRD " + plural + ".flagger.app: " + install());
      }
    }
    find("canaries")
        .filter(definition -> !keeps(definition))
        .ifPresent(
            definition ->
                problems.add(
                    "the CRD canaries.flagger.app drops status.burgee, so no release can be"
                        + " recorded: "
                        + install()));
    return problems;
  }

  private static String install() {
    return "install Burgee's, which take all that Flagger's take (burgee crds | kubectl apply"
        + " --server-side --force-conflicts -f -)";
  }

  private Optional<CustomResourceDefinition> find(String plural) {
    return Optional.ofNullable(
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName(plural + ".flagger.app")
            .get());
  }

  private static boolean keeps(CustomResourceDefinition definition) {
    return definition.getSpec().getVersions().stream()
        .filter(version -> "v1beta1".equals(version.getName()))
        .flatMap(version -> Optional.ofNullable(version.getSchema()).stream())
        .map(schema -> schema.getOpenAPIV3Schema())
        .allMatch(
            schema -> {
              var status = properties(schema).get("status");
              return status != null
                  && (Objects.equals(status.getXKubernetesPreserveUnknownFields(), true)
                      || properties(status).containsKey("burgee"));
            });
  }

  private static Map<String, JSONSchemaProps> properties(JSONSchemaProps schema) {
    return Objects.requireNonNullElse(schema.getProperties(), Map.of());
  }
}
