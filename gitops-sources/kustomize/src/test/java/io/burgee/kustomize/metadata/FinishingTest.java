package io.burgee.kustomize.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.kustomize.Sample;
import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Origin.ConfiguredBy;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishingTest {

  @Test
  void originsAndTransformationsAreWrittenWhereAskedFor() {
    var resources = thing("");
    var thing = resources.all().getFirst();
    thing.origin(new Origin("a.yaml", "https://example.com/r", "v1", "", ConfiguredBy.NOBODY));
    thing.transformations().add(Origin.of("k.yaml", ConfiguredBy.builtin("PrefixTransformer")));
    thing.transformations().add(Origin.of("k.yaml", new ConfiguredBy("v1", "T", "t", "ns")));
    new Finishing(List.of("originAnnotations", "transformerAnnotations"), false).apply(resources);
    assertThat(Sample.text(resources))
        .isEqualTo(
            """
            kind: Thing
            metadata:
              annotations:
                alpha.config.kubernetes.io/transformations: |
                  - configuredIn: k.yaml
                    configuredBy:
                      apiVersion: builtin
                      kind: PrefixTransformer
                  - configuredIn: k.yaml
                    configuredBy:
                      apiVersion: v1
                      kind: T
                      name: t
                      namespace: ns
                config.kubernetes.io/origin: |
                  path: a.yaml
                  repo: https://example.com/r
                  ref: v1
              name: a
            """);
  }

  @Test
  void nothingIsSaidUnlessAskedFor() {
    var resources =
        thing(
            "annotations: {config.kubernetes.io/origin: mine, alpha.config.kubernetes.io/transformations: mine}");
    var thing = resources.all().getFirst();
    thing.origin(Origin.file("a.yaml"));
    thing.transformations().add(Origin.file("a.yaml"));
    new Finishing(List.of(), false).apply(resources);
    assertThat(Sample.text(resources)).isEqualTo("kind: Thing\nmetadata:\n  name: a\n");
  }

  @ParameterizedTest
  @CsvSource({"managedByLabel,false", "other,true", "managedByLabel,true"})
  void theToolSignsByItsLabel(String word, boolean asked) {
    var resources = thing("labels: {z: z, app.kubernetes.io/managed-by: me}");
    new Finishing(List.of(word), asked).apply(resources);
    assertThat(Sample.text(resources))
        .isEqualTo(
            """
            kind: Thing
            metadata:
              labels:
                app.kubernetes.io/managed-by: kustomize-v5.8.1
                z: z
              name: a
            """);
  }

  @Test
  void aLabelNeedsNoLabels() {
    var resources = thing("labels: null");
    new Finishing(List.of(), true).apply(resources);
    assertThat(Sample.text(resources)).contains("app.kubernetes.io/managed-by: kustomize-v5.8.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {a: 1.50, b: true}                                 | a: "1.50"
          {a: null}                                          | a: "null"
          [a, b]                                             | a: b
          {internal.config.kubernetes.io/other: a}           | internal.config.kubernetes.io/other: a
          """)
  void annotationsAreTextsInTheEnd(String annotations, String line) {
    var resources = thing("annotations: " + annotations);
    new Finishing(List.of(), false).apply(resources);
    assertThat(Sample.text(resources)).contains("  annotations:\n    " + line + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}
          null
          text
          [a]
          {internal.config.kubernetes.io/refBy: a}
          {config.kubernetes.io/index: "1", config.k8s.io/id: "1"}
          """)
  void annotationsOfTheToolAndNoneAtAllVanish(String annotations) {
    var resources = thing("annotations: " + annotations);
    new Finishing(List.of(), false).apply(resources);
    assertThat(Sample.text(resources)).isEqualTo("kind: Thing\nmetadata:\n  name: a\n");
  }

  @ParameterizedTest
  @CsvSource({"'\"true\"',0", "'\"\"',0", "no,0", "'\"false\"',1", "false,1"})
  void objectsForToolsAreDroppedUnlessFalse(String value, int left) {
    var resources = thing("annotations: {config.kubernetes.io/local-config: " + value + "}");
    Finishing.dropLocal(resources);
    assertThat(resources.all()).hasSize(left);
  }

  @Test
  void objectsForAllAreKept() {
    var resources = thing("");
    Finishing.dropLocal(resources);
    assertThat(resources.all()).extracting(Resource::name).containsExactly("a");
  }

  private static Resources thing(String metadata) {
    var more = metadata.isEmpty() ? "" : ", " + metadata;
    return Sample.resources("kind: Thing\nmetadata: {name: a" + more + "}\n");
  }
}
