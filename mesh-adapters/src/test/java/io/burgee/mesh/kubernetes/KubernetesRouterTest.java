package io.burgee.mesh.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Traffic;
import io.burgee.mesh.Intents;
import io.burgee.mesh.LiveRoute;
import io.burgee.mesh.Snapshot;
import org.junit.jupiter.api.Test;

class KubernetesRouterTest {
  private final KubernetesRouter router = new KubernetesRouter();

  @Test
  void thereAreNoRouteObjects() {
    assertThat(router.reads(Intents.plain(0))).isEmpty();
    assertThat(router.render(Intents.plain(0), Snapshot.EMPTY)).isEmpty();
  }

  @Test
  void thePrimaryGetsEverything() {
    assertThat(router.live(Intents.plain(0), Snapshot.EMPTY))
        .contains(new LiveRoute(Traffic.NONE, true));
  }
}
