package io.burgee.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigNamesTest {
  private static final String POD =
      """
      volumes:
      - {name: a, configMap: {name: map-volume, optional: true}}
      - {name: b, secret: {secretName: secret-volume}}
      - name: c
        projected:
          sources:
          - {configMap: {name: map-projected}}
          - {secret: {name: secret-projected, optional: true}}
          - {serviceAccountToken: {path: token}}
      initContainers:
      - name: init
        envFrom:
        - {configMapRef: {name: map-source}}
        - {secretRef: {name: secret-source, optional: true}}
      containers:
      - name: app
        env:
        - {name: PLAIN, value: x}
        - {name: A, valueFrom: {configMapKeyRef: {name: map-value, key: k}}}
        - {name: B, valueFrom: {secretKeyRef: {name: secret-value, key: k, optional: true}}}
        - {name: C, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
      """;

  @Test
  void everyKindOfReferenceIsFound() {
    assertThat(ConfigNames.of(pod()))
        .extracting(ConfigNames.Reference::key)
        .containsExactly(
            "configmap/map-volume",
            "secret/secret-volume",
            "configmap/map-projected",
            "secret/secret-projected",
            "configmap/map-source",
            "secret/secret-source",
            "configmap/map-value",
            "secret/secret-value");
  }

  @Test
  void optionalOnesAreToldFromTheOthers() {
    assertThat(ConfigNames.of(pod()))
        .filteredOn(ConfigNames.Reference::optional)
        .extracting(ConfigNames.Reference::name)
        .containsExactly("map-volume", "secret-projected", "secret-source", "secret-value");
  }

  @Test
  void theLastReferenceDecidesWhetherItIsOptional() {
    var pod =
        Serialization.unmarshal(
            """
            containers:
            - name: app
              envFrom:
              - {configMapRef: {name: same, optional: true}}
              - {configMapRef: {name: same}}
            """,
            PodSpec.class);
    assertThat(ConfigNames.of(pod))
        .containsExactly(new ConfigNames.Reference(ConfigNames.Kind.CONFIG_MAP, "same", false));
  }

  @Test
  void onlyTheGivenReferencesAreRenamedAndLookingChangesNothing() {
    var pod = pod();
    assertThat(ConfigNames.of(pod)).isNotEmpty();
    assertThat(pod).isEqualTo(pod());
    ConfigNames.suffixing(Set.of("configmap/map-value", "secret/secret-volume")).in(pod);
    assertThat(ConfigNames.of(pod))
        .extracting(ConfigNames.Reference::name)
        .contains("map-value-primary", "secret-volume-primary", "map-volume", "secret-value")
        .doesNotContain("map-value", "secret-volume");
  }

  @Test
  void aPodWithoutReferencesHasNone() {
    assertThat(ConfigNames.of(new PodSpec())).isEqualTo(List.of());
  }

  private static PodSpec pod() {
    return Serialization.unmarshal(POD, PodSpec.class);
  }
}
