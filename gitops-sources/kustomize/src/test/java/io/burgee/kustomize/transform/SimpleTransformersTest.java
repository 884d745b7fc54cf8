package io.burgee.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.ImageSpec;
import io.burgee.kustomize.file.ReplicaSpec;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.transform.NamespaceTransformer.SubjectsMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimpleTransformersTest {
  private static final TransformerConfig CONFIG = TransformerConfig.defaults();
  private static final String DEPLOYMENT =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {}}\n";
  private static final String SETTINGS =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n";

  private static FieldSpec anywhere(String path, boolean create) {
    return new FieldSpec(new Gvk("", "", ""), path, create);
  }

  @Test
  void newLabelIsOneValueInAllPlacesOfAResource() {
    var resources = Nodes.of(DEPLOYMENT);
    new LabelTransformer(Map.of("app", "a"), CONFIG.commonLabels()).transform(resources);
    new LabelTransformer(Map.of("app", "b"), List.of(anywhere("metadata/labels", true)))
        .transform(resources);
    assertThat(Nodes.text(resources)).contains("app: b").doesNotContain("app: a");
  }

  @Test
  void newLabelIsNotSharedBetweenResources() {
    var resources = Nodes.of(DEPLOYMENT, SETTINGS);
    new LabelTransformer(Map.of("app", "a"), CONFIG.commonLabels()).transform(resources);
    var only = new FieldSpec(new Gvk("", "", "ConfigMap"), "metadata/labels", true);
    new LabelTransformer(Map.of("app", "b"), List.of(only)).transform(resources);
    assertThat(Nodes.text(resources)).contains("app: a").contains("app: b");
  }

  @Test
  void prefixIsRememberedWithTheNameBefore() {
    var resources = Nodes.of(SETTINGS);
    new PrefixTransformer("a-", CONFIG.namePrefix()).transform(resources);
    new SuffixTransformer("-z", CONFIG.nameSuffix()).transform(resources);
    var resource = resources.all().getFirst();
    assertThat(resource.name()).isEqualTo("a-settings-z");
    assertThat(resource.originalId().name()).isEqualTo("settings");
    assertThat(resource.prefixes()).containsExactly("a-");
    assertThat(resource.suffixes()).containsExactly("-z");
    assertThat(resource.anyIds()).hasSize(3);
  }

  @Test
  void prefixElsewhereIsNoNewName() {
    var resources = Nodes.of(SETTINGS);
    new PrefixTransformer("a-", List.of(anywhere("data/x", true))).transform(resources);
    assertThat(resources.all().getFirst().formers()).isEmpty();
    assertThat(Nodes.text(resources)).contains("x: a-");
  }

  @Test
  void namespaceThatMakesOneNameOfTwoIsRefused() {
    var transformer =
        new NamespaceTransformer("shop", CONFIG.namespace(), false, SubjectsMode.DEFAULT_ONLY);
    assertThatThrownBy(
            () ->
                Nodes.after(
                    transformer,
                    SETTINGS.replace("}", ", namespace: x}"),
                    SETTINGS.replace("}", ", namespace: y}")))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("namespace transformation produces ID conflict");
  }

  @Test
  void unsetOnlyKeepsWhatIsThere() {
    var transformer =
        new NamespaceTransformer("shop", CONFIG.namespace(), true, SubjectsMode.DEFAULT_ONLY);
    assertThat(Nodes.after(transformer, SETTINGS.replace("}", ", namespace: x}"), DEPLOYMENT))
        .contains("namespace: x")
        .contains("namespace: shop");
  }

  @Test
  void replicasOfNobodyAreRefused() {
    var transformer = new ReplicaCountTransformer(new ReplicaSpec("none", 1), CONFIG.replicas());
    assertThatThrownBy(() -> Nodes.after(transformer, DEPLOYMENT))
        .hasMessageStartingWith(
            "resource with name none does not match a config with the following GVK [Deployment.");
  }

  @Test
  void replicasWrittenAsTextStayText() {
    var transformer = new ReplicaCountTransformer(new ReplicaSpec("web", 4), CONFIG.replicas());
    assertThat(Nodes.after(transformer, DEPLOYMENT.replace("{template: {}}", "{replicas: '1'}")))
        .contains("replicas: \"4\"");
    assertThat(Nodes.after(transformer, DEPLOYMENT)).contains("replicas: 4");
  }

  @Test
  void imagesAreFoundAtAnyDepthButNotInDefinitions() {
    var transformer = new ImageTagTransformer(new ImageSpec("a", "", "2", "", ""), List.of());
    String deep = "spec: {x: [{initContainers: [{image: 'a:1'}, {name: y}]}]}\n";
    assertThat(Nodes.after(transformer, SETTINGS + deep)).contains("image: a:2");
    assertThat(
            Nodes.after(
                transformer, SETTINGS.replace("ConfigMap", "CustomResourceDefinition") + deep))
        .contains("image: a:1");
  }

  @Test
  void wayThroughATextIsRefused() {
    var transformer =
        new LabelTransformer(Map.of("a", "b"), List.of(anywhere("kind/labels", true)));
    assertThatThrownBy(() -> Nodes.after(transformer, SETTINGS))
        .hasMessage(
            "considering field 'kind/labels' of object ConfigMap.v1.[noGrp]/settings.[noNs]:"
                + " expected sequence or mapping node");
  }
}
