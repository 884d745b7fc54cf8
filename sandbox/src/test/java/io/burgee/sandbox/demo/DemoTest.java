package io.burgee.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.sandbox.cluster.Fields;
import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void istioTypesAreServedInThreeVersionsAndStoredInOne() {
    assertThat(Demo.istioDefinitions())
        .extracting(Fields::name)
        .containsExactly(
            "virtualservices.networking.istio.io", "destinationrules.networking.istio.io");
    assertThat(Demo.istioDefinitions())
        .allSatisfy(
            definition -> {
              var versions = definition.at("/spec/versions");
              assertThat(versions)
                  .extracting(version -> version.path("name").asText())
                  .containsExactly("v1beta1", "v1", "v1alpha3");
              assertThat(versions)
                  .filteredOn(version -> version.path("storage").asBoolean())
                  .hasSize(1);
            });
  }

  @Test
  void theCanaryTargetsTheDeployment() {
    var deployment = Demo.application().get(1);
    assertThat(Demo.canary().at("/spec/targetRef/name").asText())
        .isEqualTo(Fields.name(deployment))
        .isEqualTo(Demo.NAME);
    assertThat(Fields.namespace(Demo.canary())).isEqualTo(Demo.NAMESPACE);
  }

  @Test
  void aVersionChangesTheTemplateOnly() {
    var patch = Demo.Version.BAD.patch();
    assertThat(patch.path("spec").properties()).hasSize(1);
    assertThat(
            patch
                .at("/spec/template/metadata/annotations")
                .path("sandbox.burgee.io/error-rate")
                .asText())
        .isEqualTo("0.1");
  }
}
