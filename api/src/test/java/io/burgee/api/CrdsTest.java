package io.burgee.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CrdsTest {
  static Stream<Definition> definitions() {
    return Definition.all();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void isServedUnderTheNamesThatTheBeanUses(Definition definition) {
    var spec = definition.crd().getSpec();
    assertThat(definition.crd().getMetadata().getName())
        .isEqualTo(HasMetadata.getFullResourceName(definition.bean()));
    assertThat(spec.getNames().getKind()).isEqualTo(HasMetadata.getKind(definition.bean()));
    assertThat(spec.getVersions())
        .singleElement()
        .satisfies(version -> assertThat(version.getName()).isEqualTo("v1beta1"));
    assertThat(spec.getScope()).isEqualTo("Namespaced");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void hasACategoryAStatusAndNoShortName(Definition definition) {
    var spec = definition.crd().getSpec();
    assertThat(spec.getNames().getCategories()).containsExactly("all");
    assertThat(spec.getNames().getShortNames()).isEmpty();
    assertThat(spec.getVersions().getFirst().getSubresources().getStatus()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void helmKeepsItWhenAReleaseIsRemoved(Definition definition) {
    assertThat(definition.crd().getMetadata().getAnnotations())
        .isEqualTo(Map.of("helm.sh/resource-policy", "keep"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Canary | Status, Weight, LastTransitionTime | Suspended, FailedChecks, Interval, Mirror, StepWeight, StepWeights, MaxWeight
          MetricTemplate | Provider |
          AlertProvider | Type |
          """)
  void printsTheColumnsThatScriptsKnow(String kind, String always, @Nullable String wide) {
    assertThat(columns(kind, false)).isEqualTo(always);
    assertThat(columns(kind, true)).isEqualTo(wide == null ? "" : wide);
  }

  @Test
  void yamlAndDocumentsAreTheSame() {
    var texts = List.of(Crds.yaml().split("(?m)^---$"));
    assertThat(texts)
        .zipSatisfy(
            Crds.documents(),
            (text, crd) ->
                assertThat(
                        Json.read(text, JsonNode.class).equals(CrdsTest::compare, Json.tree(crd)))
                    .as(crd.getMetadata().getName())
                    .isTrue());
  }

  /** The client's model has 1.0 where the text has 1. */
  private static int compare(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Double.compare(a.asDouble(), b.asDouble());
    }
    return a.equals(b) ? 0 : 1;
  }

  private static String columns(String kind, boolean wide) {
    var crd = definitions().filter(d -> d.toString().equals(kind)).findFirst().orElseThrow().crd();
    return crd.getSpec().getVersions().getFirst().getAdditionalPrinterColumns().stream()
        .filter(column -> (column.getPriority() != null) == wide)
        .map(column -> column.getName())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
