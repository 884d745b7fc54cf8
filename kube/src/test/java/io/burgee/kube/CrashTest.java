package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The process ends before or after any of its writes, and another begins anew. */
class CrashTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Kind<Deployment> DEPLOYMENTS = Kind.of(Deployment.class);
  private static final NamespacedName APP = NamespacedName.of("test", "app");
  private static final List<String> PATHS =
      List.of(
          "/apis/apps/v1/namespaces/test/deployments/app",
          "/apis/apps/v1/namespaces/test/controllerrevisions/snapshot",
          "/api/v1/namespaces/test/configmaps/config");

  @Test
  void fromAnyPointTheNextProcessEndsInTheSameStateAndThenWritesNothing() throws Exception {
    List<ObjectNode> expected;
    int writes;
    try (var api = new FakeApi()) {
      var log = new Faults(Integer.MAX_VALUE);
      attempt(api, log);
      writes = log.points / 2;
      expected = state(api);
    }
    assertThat(writes).isEqualTo(5);
    for (var point = 0; point < 2 * writes; point++) {
      crashAndRepeat(point, expected);
    }
  }

  private static void crashAndRepeat(int point, List<ObjectNode> expected) throws Exception {
    try (var api = new FakeApi()) {
      var crash = new Faults(point);
      attempt(api, crash);
      assertThat(crash.happened).isTrue();
      attempt(api, new Faults(Integer.MAX_VALUE));
      assertThat(state(api)).as("after a crash at point %d", point).isEqualTo(expected);
      var writes = api.writes();
      attempt(api, new Faults(Integer.MAX_VALUE));
      assertThat(api.writes()).isEqualTo(writes);
    }
  }

  /** One process: it starts with empty memory and does all there is to do. */
  private static void attempt(FakeApi api, Faults faults) throws Exception {
    try (var client = api.client();
        var caches = new Caches(client, Optional.empty())) {
      var deployments = caches.of(DEPLOYMENTS);
      var configs = caches.of(Caches.CONFIG_MAPS);
      var snapshots = caches.of(Kind.of(ControllerRevision.class));
      caches.start(SOON);
      assertThat(configs.isReady() && snapshots.isReady()).isTrue();
      var applier = new Applier(client, caches, faults);
      applier.create(snapshot());
      applier.apply(config("config"));
      applier.replace(deployment());
      applier.scale(DEPLOYMENTS, APP, 3);
      var live = deployments.get(APP).orElseThrow();
      if (live.getStatus() == null || live.getStatus().getReplicas() == null) {
        var status =
            new DeploymentBuilder(live).withNewStatus().withReplicas(3).endStatus().build();
        new StatusWriter<>(client, deployments, faults).write(status, d -> true);
      }
    } catch (Crash e) {
      faults.happened = true;
    }
  }

  private static List<ObjectNode> state(FakeApi api) {
    var state = new ArrayList<ObjectNode>();
    for (var path : PATHS) {
      var object = api.get(path).deepCopy();
      object.withObject("metadata").remove(List.of("uid", "resourceVersion"));
      state.add(object);
    }
    return state;
  }

  private static ControllerRevision snapshot() {
    return new ControllerRevisionBuilder()
        .withNewMetadata()
        .withName("snapshot")
        .withNamespace("test")
        .endMetadata()
        .withRevision(1L)
        .build();
  }

  private static ConfigMap config(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("test")
        .endMetadata()
        .addToData("key", "value")
        .build();
  }

  private static Deployment deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(APP.name())
        .withNamespace(APP.namespace())
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewTemplate()
        .withNewSpec()
        .addNewContainer()
        .withName("app")
        .withImage("app:1")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Faults implements WriteLog {
    private final int at;
    private int points;
    private boolean happened;

    Faults(int at) {
      this.at = at;
    }

    @Override
    public void before(Write write) {
      point();
    }

    @Override
    public void after(Write write) {
      point();
    }

    private void point() {
      if (points++ == at) {
        throw new Crash();
      }
    }
  }
}
