package io.burgee.kustomize.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.Sample;
import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resource.Behavior;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AbsorptionTest {

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "UNSPECIFIED"})
  void newOnesAreAddedAtTheEnd(Behavior behavior) {
    var list = list();
    Absorption.absorb(list, fresh("other", "data: {x: y}", behavior));
    assertThat(list.all()).extracting(Resource::name).containsExactly("a", "z", "other");
  }

  @ParameterizedTest
  @EnumSource(names = {"MERGE", "REPLACE"})
  void thereMustBeSomethingToChange(Behavior behavior) {
    assertThatThrownBy(() -> Absorption.absorb(list(), fresh("other", "data: {}", behavior)))
        .hasMessage(
            "id resid.ResId{Gvk:resid.Gvk{Group:\"\", Version:\"v1\", Kind:\"ConfigMap\","
                + " isClusterScoped:false}, Name:\"other\", Namespace:\"\"} does not exist;"
                + " cannot merge or replace");
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "UNSPECIFIED"})
  void whatExistsIsNotMadeAgain(Behavior behavior) {
    assertThatThrownBy(() -> Absorption.absorb(list(), fresh("a", "data: {}", behavior)))
        .hasMessageEndingWith(
            "exists; can not use behavior: '"
                + (behavior == Behavior.CREATE ? "create" : "unspecified")
                + "', behavior must be merge or replace");
  }

  @Test
  void mergeUnitesValuesInTheOldPlace() {
    var list = list();
    Absorption.absorb(
        list, fresh("a", "data: {two: new, three: new}, binaryData: {x: y}", Behavior.MERGE));
    assertThat(Sample.text(list))
        .isEqualTo(
            """
            apiVersion: v1
            binaryData:
              x: "y"
            data:
              one: old
              three: new
              two: new
            kind: ConfigMap
            metadata:
              labels:
                l: old
              name: a
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: z
            """);
  }

  @Test
  void replaceKeepsOnlyTheMetadata() {
    var list = list();
    Absorption.absorb(list, fresh("a", "data: {three: new}", Behavior.REPLACE));
    assertThat(Sample.text(list))
        .startsWith(
            """
            apiVersion: v1
            data:
              three: new
            kind: ConfigMap
            metadata:
              labels:
                l: old
              name: a
            ---
            """);
  }

  @Test
  void whatWasRememberedOfTheOldOneStays() {
    var list = list();
    var old = list.all().getFirst();
    old.prefixes().add("p-");
    old.varNames().add("VAR");
    Absorption.absorb(list, fresh("a", "data: {}", Behavior.MERGE));
    var merged = list.all().getFirst();
    assertThat(merged).isNotSameAs(old);
    assertThat(merged.prefixes()).containsExactly("p-");
    assertThat(merged.varNames()).containsExactly("VAR");
  }

  @ParameterizedTest
  @CsvSource({"true,true,true", "true,false,false", "false,true,false", "false,false,false"})
  void aHashIsWantedByBoth(boolean old, boolean mine, boolean hash) {
    var list = list();
    list.all().getFirst().needsHash(old);
    var fresh = fresh("a", "data: {}", Behavior.MERGE);
    fresh.needsHash(mine);
    Absorption.absorb(list, fresh);
    assertThat(list.all().getFirst().needsHash()).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource({"MERGE,old.yaml", "REPLACE,new.yaml"})
  void theOriginIsThatOfTheContent(Behavior behavior, String path) {
    var list = list();
    list.all().getFirst().origin(Origin.file("old.yaml"));
    var fresh = fresh("a", "data: {}", behavior);
    fresh.origin(Origin.file("new.yaml"));
    Absorption.absorb(list, fresh);
    assertThat(list.all().getFirst().origin()).isEqualTo(Origin.file(path));
  }

  @Test
  void formerNamesAreKnownAndThePresentOneIsKept() {
    var list = list();
    var old = list.all().getFirst();
    old.rememberName();
    if (old.node().get("metadata") instanceof MappingNode metadata) {
      metadata.put("name", ScalarNode.string("renamed"));
    }
    list.renamed();
    Absorption.absorb(list, fresh("a", "data: {}", Behavior.MERGE));
    assertThat(list.all()).extracting(Resource::name).containsExactly("renamed", "z");
  }

  @Test
  void severalOfOneFormerNameCannotBeToldApart() {
    var list = list();
    list.all()
        .forEach(each -> each.formers().add(new Resource.Former("once", "default", "ConfigMap")));
    list.renamed();
    assertThatThrownBy(() -> Absorption.absorb(list, fresh("once", "data: {}", Behavior.MERGE)))
        .hasMessageStartingWith("found multiple objects [{")
        .hasMessageEndingWith("that could accept merge of ConfigMap.v1.[noGrp]/once.[noNs]");
  }

  private static Resources list() {
    return Sample.resources(
        """
        {apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {l: old}}, data: {one: old, two: old}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: z}}
        """);
  }

  private static Resource fresh(String name, String content, Behavior behavior) {
    var fresh =
        Sample.resource(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}, " + content + "}");
    fresh.behavior(behavior);
    return fresh;
  }
}
