package io.burgee.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.mesh.Intents;
import io.burgee.mesh.Snapshot;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which differences between the rendered and the live VirtualService matter. */
class IntactTest {
  private static final String SERVICE =
      """
      port: 9898
      apex: {labels: {team: web}}
      headers: {request: {set: {weight: "1"}}}
      """;

  private final GenericKubernetesResource wanted =
      (GenericKubernetesResource)
          new IstioRouter("networking.istio.io/v1beta1")
              .render(Intents.of(SERVICE, 30), Snapshot.EMPTY)
              .getLast();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "team: \"web\"                | team: \"shop\"",
        "weight: \"1\"                | weight: \"2\"",
        "- \"mesh\"                   | - \"public\"",
        "uid: \"U\"                   | uid: \"V\"",
        "reconcile: \"disabled\"      | reconcile: \"enabled\"",
        "host: \"podinfo-canary\"     | host: \"elsewhere\"",
      })
  void aChangeOfWhatWeRenderMatters(String ours, String theirs) {
    assertThat(Intact.holds(wanted, edited(ours, theirs))).isFalse();
  }

  @Test
  void aMirrorToElsewhereMatters() {
    assertThat(
            Intact.holds(
                wanted, edited("  - headers:", "  - mirror: {host: elsewhere}\n    headers:")))
        .isFalse();
  }

  @Test
  void whatOthersAddMattersOnlyWithinTheRoute() {
    assertThat(Intact.holds(wanted, edited("spec:", "spec:\n  exportTo: ['*']"))).isTrue();
    assertThat(Intact.holds(wanted, edited("  - headers:", "  - timeout: 5s\n    headers:")))
        .isFalse();
  }

  private GenericKubernetesResource edited(String ours, String theirs) {
    var yaml = Serialization.asYaml(wanted);
    assertThat(yaml).contains(ours);
    return parsed(yaml.replace(ours, theirs));
  }

  private static GenericKubernetesResource parsed(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }
}
