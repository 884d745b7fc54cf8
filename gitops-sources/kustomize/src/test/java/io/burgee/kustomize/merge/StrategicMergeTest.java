package io.burgee.kustomize.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildLimits;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.schema.BuiltInSchema;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergeTest {
  private static final String POD = "apiVersion: v1, kind: Pod, ";

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1|b: 2|{'a':1,'b':2}",
        "a: 1|a: 2|{'a':2}",
        "a: 1|a: null|{}",
        "a: ~|b: 1|{'a':null,'b':1}",
        "a: , c: 1|b: 1|{'b':1,'c':1}",
        "a: '5'|a: 6|{'a':'6'}",
        "a: 5|a: '6'|{'a':'6'}",
        "a: [1, 2]|a: [3]|{'a':[3]}",
        "a: {b: 1}|a: {$patch: delete}|{}",
        "a: {b: 1}|a: {$patch: replace, c: 1}|{'a':{'c':1}}",
        "a: {b: 1}|a: {$patch: merge, c: 1}|{'a':{'b':1,'c':1}}",
        "a: 1|b: {c: null, d: {$patch: delete}, e: {$patch: replace, f: 1}}|{'a':1,'b':{'e':{'f':1}}}",
        "a: 1|b: {$patch: delete, c: 1}|{'a':1}",
        "a: 1|b: {$patch: what}|{'a':1,'b':{'$patch':'what'}}",
        "a: null|a: {b: 1}|{'a':{'b':1}}",
        "a: 1|$patch: delete|null",
      })
  void mappings(String dest, String patch, String result) {
    assertThat(merged("{" + dest + "}", "{" + patch + "}")).isEqualTo(result.replace('\'', '"'));
  }

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: a}, {name: b}|{name: c}, {name: b, x: 1}|{'name':'c'},{'name':'b','x':1},{'name':'a'}",
        "{name: a}, {name: b}|{name: a, $patch: delete}|{'name':'b'}",
        "{name: a, x: 1}|{name: a, y: 1, $patch: replace}|{'name':'a','x':1}",
        "{name: a}|{name: b, $patch: replace}|{'name':'b'},{'name':'a'}",
        "{name: a}, {name: b}|$patch: replace, {name: c}|{'name':'c'}",
        "{name: a}, {name: b}||{'name':'a'},{'name':'b'}",
        "{name: a, x: 1}, {name: a, x: 2}||{'name':'a','x':2}",
        "{name: a}, {}|{name: b}|{'name':'b'},{'name':'a'}",
        "|{name: b}|{'name':'b'}",
      })
  void listsByName(String dest, String patch, String result) {
    var list = merged(pod("containers", dest), pod("containers", patch));
    assertThat(list).contains("{\"containers\":[" + result.replace('\'', '"') + "]}");
  }

  @Test
  void severalKeysKeepTheOrderOfTheResource() {
    var service = "{apiVersion: v1, kind: Service, spec: {ports: [%s]}}";
    assertThat(
            merged(
                service.formatted("{port: 80}, {port: 81, protocol: UDP}"),
                service.formatted("{port: 80, name: new}, {port: 81, protocol: TCP}")))
        .contains(
            "[{\"port\":81,\"protocol\":\"TCP\"},{\"name\":\"new\",\"port\":80},"
                + "{\"port\":81,\"protocol\":\"UDP\"}]");
  }

  @Test
  void setsAreUnitedThePatchFirst() {
    var node = "{apiVersion: v1, kind: Node, spec: {podCIDRs: [%s]}}";
    assertThat(merged(node.formatted("a, b, a"), node.formatted("c, b")))
        .contains("[\"c\",\"b\",\"a\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {b: 1}|a: 1|expected MappingNode but got ScalarNode",
        "a: [1]|a: {b: 1}|expected SequenceNode but got MappingNode",
        "a: 1|a: [1]|expected ScalarNode but got SequenceNode",
        "a: {b: 1}|a: {$patch: what}|unknown patch strategy 'what'",
      })
  void otherKindsOfValuesAreRefused(String dest, String patch, String message) {
    assertThatThrownBy(() -> merged("{" + dest + "}", "{" + patch + "}"))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anObjectInsideOneThatIsNotKnownHasItsOwnType() {
    var dest = "{a: {" + POD + "spec: {containers: [{name: a}]}}}";
    assertThat(merged(dest, "{a: {spec: {containers: [{name: b}]}}}"))
        .contains("[{\"name\":\"b\"},{\"name\":\"a\"}]");
  }

  @Test
  void aScalarIsChangedInPlaceAsItMayStandForSeveralFields() {
    var shared = ScalarNode.string("old");
    var dest = new MappingNode();
    dest.put("a", shared);
    dest.put("b", shared);
    merge(dest, read("{a: new}"));
    assertThat(JsonWriter.compact(dest)).isEqualTo("{\"a\":\"new\",\"b\":\"new\"}");
  }

  private static String pod(String list, String items) {
    return "{" + POD + "spec: {" + list + ": [" + (items == null ? "" : bracketed(items)) + "]}}";
  }

  private static String bracketed(String items) {
    return items.startsWith("$patch: replace, ")
        ? "{$patch: replace}, " + items.substring("$patch: replace, ".length())
        : items;
  }

  private static String merged(String dest, String patch) {
    var merged = merge(read(dest), read(patch));
    return merged == null ? "null" : JsonWriter.compact(merged);
  }

  private static @Nullable MappingNode merge(MappingNode dest, MappingNode patch) {
    var budget = new Budget(BuildLimits.DEFAULT, () -> false, () -> 0);
    return StrategicMerge.apply(dest, patch, BuiltInSchema.get(), budget);
  }

  private static MappingNode read(String text) {
    return (MappingNode)
        new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT).read(text).getFirst();
  }
}
