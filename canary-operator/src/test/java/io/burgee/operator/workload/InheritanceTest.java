package io.burgee.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritanceTest {
  private static final Map<String, String> LABELS =
      Map.of("app", "shop", "team", "a", "kustomize.toolkit.fluxcd.io/name", "apps");

  @Test
  void onlyKeysWithAPrefixAreInherited() {
    assertThat(inheritance("te").inherited(LABELS)).containsOnlyKeys("team");
  }

  @Test
  void aStarInheritsAllButFluxMarks() {
    assertThat(inheritance("*").inherited(LABELS)).containsOnlyKeys("app", "team");
  }

  @Test
  void neitherNoPrefixNorAnEmptyOneInheritsAnything() {
    assertThat(inheritance().inherited(LABELS)).isEmpty();
    assertThat(inheritance("").inherited(LABELS)).isEmpty();
    assertThat(inheritance("*").inherited(null)).isEmpty();
  }

  @Test
  void theFirstLabelOfTheListIsTheSelector() throws Unreadable {
    var selector =
        new LabelSelectorBuilder().withMatchLabels(Map.of("name", "n", "app", "a")).build();
    assertThat(inheritance().selector("Deployment", deployment(), selector))
        .isEqualTo(Map.entry("app", "a"));
  }

  @Test
  void aTargetWithoutSuchALabelCannotBeRead() {
    assertThatThrownBy(() -> inheritance().selector("Deployment", deployment(), null))
        .isInstanceOf(Unreadable.class)
        .hasMessage(
            "Deployment shop.test spec.selector.matchLabels must contain one of [app, name]");
  }

  private static io.fabric8.kubernetes.api.model.HasMetadata deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("shop")
        .withNamespace("test")
        .endMetadata()
        .build();
  }

  private static Inheritance inheritance(String... prefixes) {
    return new Inheritance(List.of("app", "name"), List.of(prefixes));
  }
}
