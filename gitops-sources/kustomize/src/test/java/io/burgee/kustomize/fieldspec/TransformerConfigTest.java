package io.burgee.kustomize.fieldspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformerConfigTest {
  private static final Gvk ANY = new Gvk("", "", "");

  private static FieldSpec spec(String kind, String path, boolean create) {
    return new FieldSpec(new Gvk("", "", kind), path, create);
  }

  private static TransformerConfig prefixes(FieldSpec... specs) {
    var none = List.<FieldSpec>of();
    return new TransformerConfig(
        List.of(specs), none, none, none, none, none, none, List.of(), none, none, none);
  }

  @Test
  void everyListHasDefaultsButThatOfLabels() {
    var config = TransformerConfig.defaults();
    assertThat(config.namePrefix()).containsExactly(new FieldSpec(ANY, "metadata/name", false));
    assertThat(config.namespace()).hasSize(3);
    assertThat(config.images()).hasSize(6);
    assertThat(config.replicas()).extracting(FieldSpec::create).containsOnly(true);
    assertThat(config.labels()).isEmpty();
    assertThat(config.nameReferences()).hasSize(16);
    assertThat(config.nameReferences())
        .extracting(NameReference::target)
        .contains(new Gvk("networking.k8s.io/v1", "v1", "IngressClass"));
  }

  @Test
  void defaultsMergedIntoNothingStayTheSame() {
    var merged = FieldSpecs.united(List.of(), TransformerConfig.defaults().commonLabels());
    assertThat(merged).isEqualTo(TransformerConfig.defaults().commonLabels());
    assertThat(TransformerConfig.EMPTY.merge(TransformerConfig.defaults()))
        .isEqualTo(TransformerConfig.defaults());
  }

  @Test
  void placesComeInTheOrderOfKinds() {
    var merged =
        prefixes(spec("Deployment", "a", false))
            .merge(prefixes(spec("", "b", false), spec("Secret", "c", false)));
    assertThat(merged.namePrefix())
        .extracting(each -> each.gvk().kind())
        .containsExactly("Secret", "Deployment", "");
  }

  @Test
  void placeForMoreKindsIsLeftOutAfterOneForFewer() {
    var fewer = prefixes(spec("Secret", "a", false));
    var more = prefixes(spec("", "a", false));
    assertThat(fewer.merge(more).namePrefix()).hasSize(1);
    assertThat(more.merge(fewer).namePrefix()).hasSize(2);
  }

  @Test
  void onePlaceIsMadeOrNot() {
    assertThatThrownBy(() -> prefixes(spec("", "a", true)).merge(prefixes(spec("", "a", false))))
        .isInstanceOf(BuildException.class)
        .hasMessage("failed to merge NamePrefix fieldSpec: conflicting fieldspecs");
  }

  @Test
  void referencesToOneKindAreUnited() {
    var target = new Gvk("", "v1", "ConfigMap");
    var one = new NameReference(target, List.of(spec("A", "x", false)));
    var two = new NameReference(target, List.of(spec("A", "x", false), spec("B", "x", false)));
    var united =
        TransformerConfig.withReference(TransformerConfig.withReference(List.of(), one), two);
    assertThat(united).hasSize(1);
    assertThat(united.getFirst().referrers()).hasSize(2);
  }
}
