package io.burgee.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutersTest {
  private final Routers routers = new Routers(_ -> true);

  @ParameterizedTest
  @ValueSource(strings = {"istio", "kubernetes"})
  void knownProvidersHaveARouter(String provider) {
    assertThat(routers.get(provider)).isNotNull();
    assertThat(Routers.problems(provider, Set.of())).isEmpty();
    assertThat(Routers.names()).contains(provider);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Istio", "istio:v1", "smi:v1alpha1"})
  void anUnknownProviderIsAnErrorThatListsTheKnownOnes(String provider) {
    var text = "unknown provider \"" + provider + "\", known providers: istio, kubernetes";
    assertThat(Routers.problems(provider, Set.of(Feature.WEIGHTS))).containsExactly(text);
    assertThatIllegalArgumentException().isThrownBy(() -> routers.get(provider)).withMessage(text);
  }

  @Test
  void aMissingFeatureIsAnErrorThatListsWhoHasIt() {
    assertThat(Routers.problems("kubernetes", Set.of(Feature.WEIGHTS)))
        .containsExactly(
            "Progressive traffic is not supported when using the kubernetes provider;"
                + " providers that have it: istio");
  }

  @Test
  void whatLooksIntoRequestsIsNotForConnections() {
    assertThat(Routers.problems("istio", Set.of(Feature.TCP, Feature.MIRROR, Feature.MATCH)))
        .containsExactly(
            "A/B testing needs HTTP, but spec.service.appProtocol is tcp",
            "Traffic mirroring needs HTTP, but spec.service.appProtocol is tcp");
    assertThat(Routers.problems("istio", Set.of(Feature.TCP, Feature.WEIGHTS))).isEmpty();
  }
}
