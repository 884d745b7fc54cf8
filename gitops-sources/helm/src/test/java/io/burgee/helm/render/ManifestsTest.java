package io.burgee.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestsTest {
  private static String hook(String annotations) {
    return "kind: Job\nmetadata: {name: j, annotations: {" + annotations + "}}";
  }

  private static List<String> kinds(Manifests manifests) {
    return manifests.manifests().stream().map(Manifests.Manifest::kind).toList();
  }

  @Test
  void objectsAreSortedByKindThenByPath() {
    var manifests =
        Manifests.of(
            Map.of(
                "c/templates/b", "kind: Service\n---\nkind: Zebra\n---\nkind: Ape",
                "c/templates/a", "kind: Deployment\n---\nkind: ValidatingWebhookConfiguration",
                "c/templates/_p", "kind: Secret",
                "c/templates/c", "kind: Namespace\n---\n# nothing"));
    assertThat(kinds(manifests))
        .containsExactly(
            "Namespace",
            "Service",
            "Deployment",
            "ValidatingWebhookConfiguration",
            "",
            "Ape",
            "Zebra");
  }

  @Test
  void hooksAreApartWithWhatTheyAsk() {
    var manifests =
        Manifests.of(
            Map.of(
                "c/templates/a",
                hook(
                    "helm.sh/hook: ' Pre-Install,test-success', helm.sh/hook-weight: -5,"
                        + " helm.sh/hook-delete-policy: 'hook-succeeded , X',"
                        + " helm.sh/hook-output-log-policy: hook-failed")));
    assertThat(manifests.manifests()).isEmpty();
    var hook = manifests.hooks().getFirst();
    assertThat(hook.name()).isEqualTo("j");
    assertThat(hook.kind()).isEqualTo("Job");
    assertThat(hook.path()).isEqualTo("c/templates/a");
    assertThat(hook.events()).containsExactly("pre-install", "test");
    assertThat(hook.weight()).isEqualTo(-5);
    assertThat(hook.deletePolicies()).containsExactly("hook-succeeded", "x");
    assertThat(hook.outputLogPolicies()).containsExactly("hook-failed");
  }

  @Test
  void aWeightThatIsNoNumberIsNone() {
    var manifests =
        Manifests.of(
            Map.of("c/templates/a", hook("helm.sh/hook: test, helm.sh/hook-weight: heavy")));
    assertThat(manifests.hooks().getFirst().weight()).isZero();
  }

  @Test
  void documentsWithAnUnknownEventAreNowhere() {
    var manifests = Manifests.of(Map.of("c/templates/a", hook("helm.sh/hook: 'test,crd-install'")));
    assertThat(manifests.hooks()).isEmpty();
    assertThat(manifests.manifests()).isEmpty();
  }

  @Test
  void whatIsNoObjectIsAnErrorWithItsPath() {
    assertThatThrownBy(() -> Manifests.of(Map.of("c/templates/a", "a: [")))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith(
            "YAML parse error on c/templates/a: error converting YAML to JSON: yaml: line 1: did"
                + " not find expected node content");
  }
}
