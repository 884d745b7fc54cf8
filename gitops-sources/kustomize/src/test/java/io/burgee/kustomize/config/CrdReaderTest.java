package io.burgee.kustomize.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class CrdReaderTest {
  private static final String OBJECT = "apiVersion: {}, kind: {}, metadata: {}, ";

  private static TransformerConfig read(String text) {
    return CrdReader.read(new YamlReader(Dialect.HELM, YamlLimits.DEFAULT).read(text).getFirst());
  }

  @Test
  void identityIsAPlaceForPrefixes() {
    var config =
        read(
            "org.v1.Crane: {Schema: {properties: {"
                + OBJECT
                + "id: {x-kubernetes-identity: ''}}}}");
    assertThat(config.namePrefix())
        .containsExactly(new FieldSpec(new Gvk("", "", "Crane"), "id", false));
  }

  @Test
  void typesThatAreNoObjectsCountForNothing() {
    assertThat(read("org.Crane: {Schema: {properties: {id: {x-kubernetes-identity: ''}}}}"))
        .isEqualTo(TransformerConfig.EMPTY);
  }

  @Test
  void typesThatReferToThemselvesEndInAnError() {
    assertThatThrownBy(() -> read("a.B: {Schema: {properties: {" + OBJECT + "next: {$ref: a.B}}}}"))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("types refer to each other without end");
  }

  @Test
  void typeThatIsATextIsRefused() {
    assertThatThrownBy(() -> read("kind: CustomResourceDefinition"))
        .hasMessageContaining("accumulator.OpenAPIDefinition");
  }
}
