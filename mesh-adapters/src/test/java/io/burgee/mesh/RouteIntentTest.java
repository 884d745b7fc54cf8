package io.burgee.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteIntentTest {

  @Test
  void anIntentNeedsWhatItSays() {
    assertThat(Intents.plain(0).needs()).isEmpty();
    assertThat(Intents.plain(1).needs()).containsExactly(Feature.WEIGHTS);
    assertThat(Intents.mirrored().needs()).containsExactly(Feature.MIRROR);
    assertThat(Intents.of("port: 1\nappProtocol: TCP", 0).needs()).containsExactly(Feature.TCP);
  }

  @Test
  void aFieldOfAnotherTypeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceSection.of(Map.of("match", Map.of("uri", "/"))))
        .withMessageStartingWith("spec.service.match must be a List");
  }

  @Test
  void fieldsThatShapeNoRouteArePassedOver() {
    assertThat(Intents.of("port: 80\nportName: web\nheadless: true", 0).service())
        .isEqualTo(Intents.of("port: 80", 0).service());
  }
}
