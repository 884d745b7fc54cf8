package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.api.Canary;
import io.burgee.api.CanaryService;
import io.burgee.api.CanarySpec;
import io.burgee.core.Stage;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which spec counts. The present one; while that is invalid, the last valid one that was recorded
 * with the run. What a run is about (target, provider, Service and autoscaler) stays as it was when
 * the run began, until it ends.
 */
final class Specs {
  private final ReleaseReader releases;
  private final KubernetesSerialization json;

  Specs(ReleaseReader releases, KubernetesSerialization json) {
    this.releases = releases;
    this.json = json;
  }

  /**
   * What counts now.
   *
   * @param canary with the spec in force
   * @param problem of the present spec, where another one stands in for it
   * @param deferred which of its edits wait for the end of the run
   * @param reverts whether the Canary is to be reverted when it is deleted; empty where the present
   *     spec can't be trusted to say so
   */
  record InForce(
      Canary canary,
      Release release,
      Optional<String> problem,
      Optional<String> deferred,
      Optional<Boolean> reverts) {

    /** The spec in force on what the Canary is otherwise now. */
    Canary on(Canary now) {
      if (now.getSpec() == canary.getSpec()) {
        return now;
      }
      var copy = new Canary();
      copy.setMetadata(now.getMetadata());
      copy.setSpec(canary.getSpec());
      copy.setStatus(now.getStatus());
      return copy;
    }
  }

  /**
   * The spec in force for a Canary at that stage.
   *
   * @throws Invalid if there is none
   */
  InForce of(Canary canary, Stage stage) throws Invalid {
    var recorded = recorded(canary);
    Release release;
    try {
      release = releases.read(canary);
    } catch (Invalid e) {
      return standIn(canary, recorded.orElseThrow(() -> e), e);
    }
    var reverts = Optional.of(Objects.equals(canary.getSpec().getRevertOnDeletion(), true));
    var changed =
        recorded.filter(spec -> isAbout(stage)).map(spec -> changes(spec, canary.getSpec()));
    if (changed.filter(fields -> !fields.isEmpty()).isEmpty()) {
      return new InForce(canary, release, Optional.empty(), Optional.empty(), reverts);
    }
    var pinned = with(canary, pinned(canary.getSpec(), recorded.orElseThrow()));
    var deferred =
        Optional.of("the change of " + changed.get() + " counts when this run has ended");
    try {
      return new InForce(pinned, releases.read(pinned), Optional.empty(), deferred, reverts);
    } catch (Invalid e) { // what is right with the new provider may be wrong with the run's
      return standIn(canary, recorded.orElseThrow(), e);
    }
  }

  /** As it is kept in the status; equal for equal specs. */
  JsonNode tree(CanarySpec spec) {
    return json.convertValue(spec, JsonNode.class);
  }

  /** The recorded one, in the same form: what the server stored may write numbers differently. */
  Optional<JsonNode> recordedTree(Canary canary) {
    return recorded(canary).map(this::tree);
  }

  /** Whether it may have to stand in for an invalid one. */
  static boolean isKeptAt(Stage stage) {
    return stage != Stage.NEW && stage != Stage.AT_REST && stage != Stage.TERMINATED;
  }

  /** Whether there is a run that is about one target, provider and Service. */
  static boolean isAbout(Stage stage) {
    return isKeptAt(stage) && stage != Stage.PREPARING && stage != Stage.ROUTING;
  }

  private Optional<CanarySpec> recorded(Canary canary) {
    var burgee = canary.getStatus() == null ? null : canary.getStatus().getBurgee();
    return Optional.ofNullable(burgee == null ? null : burgee.getSpec())
        .map(spec -> json.convertValue(spec, CanarySpec.class));
  }

  /** To stop must always be possible, whatever else is wrong. */
  private InForce standIn(Canary canary, CanarySpec recorded, Invalid problem) throws Invalid {
    var present = canary.getSpec();
    recorded.setSuspend(present == null ? null : present.getSuspend());
    var instead = with(canary, recorded);
    return new InForce(
        instead,
        releases.read(instead),
        Optional.of(String.valueOf(problem.getMessage())),
        Optional.empty(),
        Optional.empty());
  }

  private String changes(CanarySpec run, CanarySpec present) {
    var changes = new ArrayList<String>();
    if (!tree(run).path("targetRef").equals(tree(present).path("targetRef"))) {
      changes.add("spec.targetRef");
    }
    if (!text(run.getProvider()).equals(text(present.getProvider()))) {
      changes.add("spec.provider");
    }
    if (!name(run.getService()).equals(name(present.getService()))) {
      changes.add("spec.service.name");
    }
    if (!tree(run).path("autoscalerRef").equals(tree(present).path("autoscalerRef"))) {
      changes.add("spec.autoscalerRef");
    }
    return String.join(", ", changes);
  }

  private CanarySpec pinned(CanarySpec present, CanarySpec run) {
    var spec = json.clone(present);
    spec.setTargetRef(run.getTargetRef());
    spec.setProvider(run.getProvider());
    spec.setAutoscalerRef(run.getAutoscalerRef());
    var service = Objects.requireNonNullElseGet(spec.getService(), CanaryService::new);
    service.setName(run.getService() == null ? null : run.getService().getName());
    spec.setService(service);
    return spec;
  }

  private Canary with(Canary canary, CanarySpec spec) {
    var copy = json.clone(canary);
    copy.setSpec(spec);
    return copy;
  }

  private static String name(@Nullable CanaryService service) {
    return service == null ? "" : text(service.getName());
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
