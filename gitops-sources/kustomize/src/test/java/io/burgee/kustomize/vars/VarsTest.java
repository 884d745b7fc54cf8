package io.burgee.kustomize.vars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.Sample;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.file.VarSpec;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          metadata.name                | "t"
          spec.list[1].v               | 2
          spec.list.1.v                | 2
          spec.list.[name=b].v         | 2
          spec.list.-.v                | 3
          spec.names[0]                | "x"
          spec.names.[=y]              | "y"
          spec.[dotted.key]            | "dot"
          spec.dotted\\.key            | "dot"
          .spec..names.0               | "x"
          spec.none                    | null
          """)
  void valuesAreFoundByPath(String path, String value) {
    var found = FieldValue.of(thing().all().getFirst().node(), path);
    assertThat(found).isNotNull();
    assertThat(JsonWriter.compact(found)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "spec.nope",
    "spec.list[3].v",
    "spec.list.name",
    "spec.names.x",
    "spec.names[-1]",
    "spec.list.[name=c].v.w",
    "spec.list.[name=none]",
    "spec.list.[name]",
    "spec.none.deeper",
    "spec.*",
    "metadata.0",
    "metadata.-",
    "metadata.[a=b]",
    "metadata.name.deeper",
    "spec.empty.-"
  })
  void pathsMayLeadNowhere(String path) {
    assertThat(FieldValue.of(thing().all().getFirst().node(), path)).isNull();
  }

  @Test
  void valuesGoToTheKnownPlacesOnly() {
    var resources = thing();
    var vars = new Vars();
    vars.merge(List.of(var("V", "spec.list[0].v")), resources);
    assertThat(vars.resolve(resources, places("spec/text", "spec/names"))).isEmpty();
    var thing = resources.all().getFirst().node();
    assertThat(FieldValue.of(thing, "spec.text")).hasToString("a1b");
    assertThat(FieldValue.of(thing, "spec.other")).hasToString("$(V)");
  }

  @Test
  void unusedOnesAreTold() {
    var resources = thing();
    var vars = new Vars();
    vars.merge(List.of(var("V", "spec.text"), var("W", "spec.text"), var("M", "spec")), resources);
    assertThat(vars.resolve(resources, places("spec/text"))).containsExactly("W", "M");
  }

  @Test
  void aNameIsGivenOnce() {
    var vars = new Vars();
    vars.merge(List.of(var("V", "")), thing());
    var others = new Vars();
    others.merge(List.of(var("V", "")), thing());
    assertThatThrownBy(() -> vars.merge(others)).hasMessage("var 'V' already encountered");
    assertThatThrownBy(() -> vars.merge(List.of(var("V", "a.b")), thing()))
        .hasMessage("merging vars [{V Thing.[noVer].[noGrp] {a.b}}]: var 'V' already encountered");
  }

  @Test
  void severalResourcesCannotBeToldApart() {
    var resources =
        Sample.resources(
            """
            {apiVersion: example.com/v1, kind: Thing, metadata: {name: t, namespace: a}}
            ---
            {apiVersion: example.com/v1, kind: Thing, metadata: {name: t, namespace: b}}
            """);
    assertThatThrownBy(() -> new Vars().merge(List.of(var("V", "")), resources))
        .hasMessageEndingWith(
            "found 2 resId matches for var {V Thing.v1.example.com {}} (unable to disambiguate)");
  }

  @Test
  void aVarOfNothingFailsWhenResolved() {
    var vars = new Vars();
    vars.merge(
        List.of(var("V", "")), Sample.resources("{apiVersion: v1, kind: X, metadata: {name: x}}"));
    assertThatThrownBy(() -> vars.resolve(thing(), List.of()))
        .hasMessage(
            "var '{V Thing.v1.example.com {metadata.name}}' cannot be mapped to a field in the set"
                + " of known resources");
  }

  @Test
  void withoutVarsNothingIsLookedAt() {
    assertThat(new Vars().isEmpty()).isTrue();
    assertThat(new Vars().resolve(thing(), places("spec/text/deeper"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spec/mixed    | invalid value type expect a string
          spec/numbered | invalid map key: value='1', tag='!!int'
          """)
  void onlyTextsCanHoldReferences(String place, String problem) {
    var resources = thing();
    var vars = new Vars();
    vars.merge(List.of(var("V", "")), resources);
    assertThatThrownBy(() -> vars.resolve(resources, places(place)))
        .hasMessage(
            "considering field '"
                + place
                + "' of object Thing.v1.example.com/t.[noNs]: "
                + problem);
  }

  private static List<FieldSpec> places(String... paths) {
    return List.of(paths).stream()
        .map(path -> new FieldSpec(new Gvk("", "", "Thing"), path, false))
        .toList();
  }

  private static VarSpec var(String name, String path) {
    var target = new VarSpec.Target("example.com/v1", "", "", "Thing", "t", "");
    return new VarSpec(name, target, path);
  }

  private static Resources thing() {
    return Sample.resources(
        """
        apiVersion: example.com/v1
        kind: Thing
        metadata: {name: t}
        spec:
          list: [{name: a, v: 1}, {name: b, v: 2}, {name: c, v: 3}]
          names: [x, y]
          dotted.key: dot
          none: null
          empty: []
          mixed: [a, 1]
          numbered: {1: a}
          text: a$(V)b
          other: $(V)
        """);
  }
}
