package io.burgee.kustomize.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.yaml.YamlLimits;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenApiSchemaTest {
  private static final Gvk CUSTOM = new Gvk("example.com", "v1", "Custom");
  private static final Gvk POD = new Gvk("", "v1", "Pod");
  private static final String DOCUMENT =
      """
      definitions:
        a/b:
          properties:
            list:
              type: array
              items: {$ref: "#/definitions/loop"}
              x-kubernetes-patch-strategy: retainKeys,merge
              x-kubernetes-patch-merge-key: id
            link: {$ref: "#/definitions/a~1b"}
            loop: {$ref: "#/definitions/loop"}
          x-kubernetes-group-version-kind: [{group: example.com, version: v1, kind: Custom}]
        loop: {$ref: "#/definitions/loop"}
      paths:
        /customs:
          get: {x-kubernetes-group-version-kind: {group: example.com, version: v1, kind: Custom}}
        /pods:
          get: {x-kubernetes-group-version-kind: {group: "", version: v1, kind: Pod}}
      """;

  @Test
  void strategiesAndKeysAreThoseOfTheDocument() {
    var type = Objects.requireNonNull(parse(false).type(CUSTOM));
    var list = Objects.requireNonNull(type.field("list"));
    assertThat(list.listMerge()).isEqualTo(new ListMerge(true, List.of("id")));
    assertThat(type.listMerge()).isEqualTo(ListMerge.REPLACE);
  }

  @Test
  void referencesAreFollowedButNotForEver() {
    var type = Objects.requireNonNull(parse(false).type(CUSTOM));
    assertThat(Objects.requireNonNull(type.field("link")).field("list")).isNotNull();
    assertThat(type.field("loop")).isNull();
    assertThat(Objects.requireNonNull(type.field("list")).items()).isNull();
  }

  @Test
  void theDocumentHidesWhatIsBuiltInOrIsAddedToIt() {
    assertThat(parse(false).type(POD)).isNull();
    assertThat(parse(true).type(POD)).isNotNull();
  }

  @Test
  void pathsSayTheScopeOfKindsThatAreNotBuiltIn() {
    assertThat(parse(false).clusterScoped(CUSTOM)).isTrue();
    assertThat(parse(false).clusterScoped(POD)).isFalse();
    assertThat(parse(false).clusterScoped(new Gvk("", "v1", "Node"))).isTrue();
  }

  @Test
  void aListIsNoDocument() {
    assertThatThrownBy(
            () -> OpenApiSchema.parse("[]", BuiltInSchema.get(), false, YamlLimits.DEFAULT))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("invalid schema file");
  }

  private static Schema parse(boolean adds) {
    return OpenApiSchema.parse(DOCUMENT, BuiltInSchema.get(), adds, YamlLimits.DEFAULT);
  }
}
