package io.burgee.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LenientReaderTest {
  private static final String ODD =
      """
      {"apiVersion":"flagger.app/v1beta1","kind":"Canary","metadata":{"name":"odd"},
       "spec":{"analysis":{"threshold":"five","stepWeight":1.5,"stepWeights":[10,20.5]}},
       "status":{"burgee":{"since":"yesterday"}}}
      """;

  static class CanaryList extends DefaultKubernetesResourceList<Canary> {
    private static final long serialVersionUID = 1;
  }

  @Test
  void oneOddNumberDoesNotMakeTheListUnreadable() {
    var good = ODD.replace("1.5", "5").replace("odd", "good");
    var list = Json.read("{\"items\":[" + ODD + "," + good + "]}", CanaryList.class);
    assertThat(list.getItems())
        .extracting(canary -> analysis(canary).getStepWeight())
        .containsExactly(null, 5);
  }

  @Test
  void aValueThatDoesNotFitIsKeptAsItIs() {
    var canary = Json.read(ODD, Canary.class);
    assertThat(Json.tree(canary)).isEqualTo(Json.read(ODD, JsonNode.class));
    assertThat(analysis(canary).getOthers())
        .containsOnlyKeys("threshold", "stepWeight", "stepWeights");
    assertThat(requireNonNull(canary.getStatus().getBurgee()).getOthers())
        .containsOnlyKeys("since");
  }

  @Test
  void aWholeNumberMayBeWrittenWithAFraction() {
    var service = Json.read("{\"port\":8080.0}", CanaryService.class);
    assertThat(service.getPort()).isEqualTo(8080);
    assertThat(service.getOthers()).isEmpty();
  }

  @Test
  void aNumberTooLargeForTheBeanIsKept() {
    var service = Json.read("{\"port\":4294967376}", CanaryService.class);
    assertThat(service.getPort()).isNull();
    assertThat(service.getOthers()).containsOnlyKeys("port");
  }

  @Test
  void thresholdsAreWrittenAsUsersWriteThem() {
    var range = Json.read("{\"min\":99,\"max\":99.5}", CanaryThresholdRange.class);
    assertThat(Json.tree(range)).hasToString("{\"min\":99,\"max\":99.5}");
  }

  @Test
  void timesWithAnOffsetAreReadAsTheSameInstant() {
    var condition =
        Json.read("{\"lastUpdateTime\":\"2026-01-01T10:02:00+02:00\"}", CanaryCondition.class);
    assertThat(condition.getLastUpdateTime()).isEqualTo(Instant.parse("2026-01-01T08:02:00Z"));
  }

  private static CanaryAnalysis analysis(Canary canary) {
    return requireNonNull(canary.getSpec().getAnalysis());
  }
}
