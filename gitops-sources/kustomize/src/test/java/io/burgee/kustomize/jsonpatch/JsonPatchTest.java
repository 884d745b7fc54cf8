package io.burgee.kustomize.jsonpatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildLimits;
import io.burgee.kustomize.limit.Budget;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1}|{op: add, path: /b, value: 2}|{'a':1,'b':2}",
        "{a: 1}|{op: add, path: /b}|{'a':1,'b':null}",
        "{a: [1, 2]}|{op: add, path: /a/-, value: 3}|{'a':[1,2,3]}",
        "{a: [1, 2]}|{op: add, path: /a/-1, value: 3}|{'a':[1,2,3]}",
        "{a: [1, 2]}|{op: add, path: /a/-3, value: 3}|{'a':[3,1,2]}",
        "{a: [1, 2]}|{op: remove, path: /a/-1}|{'a':[1]}",
        "{a: 1}|{op: replace, path: /b, value: 2}|{'a':1,'b':2}",
        "{a: [1, 2]}|{op: replace, path: /a/0, value: {b: c}}|{'a':[{'b':'c'},2]}",
        "{a: {b: 1}}|{op: move, from: /a/b, path: /c}|{'a':{},'c':1}",
        "{a: {b: 1}}|{op: copy, from: /a, path: /c}|{'a':{'b':1},'c':{'b':1}}",
        "{a: 1}|{op: copy, from: /x, path: /c}|{'a':1,'c':null}",
        "{a/b: 1, c~d: 2, e~1: 3}|{op: remove, path: /a~1b}|{'c~d':2,'e~1':3}",
        "{a/b: 1, c~d: 2, e~1: 3}|{op: remove, path: /c~0d}|{'a/b':1,'e~1':3}",
        "{a/b: 1, c~d: 2, e~1: 3}|{op: remove, path: /e~01}|{'a/b':1,'c~d':2}",
        "{a: 12345678901234567}|{op: add, path: /b, value: 1}|{'a':12345678901234568,'b':1}",
        "{a: {b: [1, x]}}|{op: test, path: /a, value: {b: [1, x]}}|{'a':{'b':[1,'x']}}",
      })
  void operations(String object, String operation, String result) {
    assertThat(patched(object, "- " + operation)).isEqualTo(result.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{op: add, path: /x/y, value: 1}|doc is missing path: \"/x/y\": missing value",
        "{op: add, path: /a/9, value: 1}|Unable to access invalid index: 9",
        "{op: add, path: /a/-5, value: 1}|Unable to access invalid index: -5",
        "{op: add, path: /a/b, value: 1}|value was not a proper array index: 'b'",
        "{op: add, path: /a/99999999999, value: 1}|value out of range",
        "{op: remove, path: /x}|Unable to remove nonexistent key: x: missing value",
        "{op: replace, path: /a/7, value: 1}|doc is missing key: /a/7: missing value",
        "{op: move, from: /a, path: /a/0}|doc is missing destination path: /a/0",
        "{op: test, path: /a, value: [2, 1]}|testing value /a failed: test failed",
        "{op: other, path: /a}|Unexpected kind: other",
        "{op: remove}|remove operation failed to decode path: missing value",
      })
  void failures(String operation, String message) {
    assertThatThrownBy(() -> patched("{a: [1, 2]}", "- " + operation))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{op: add}]", "[{\"op\":\"add\",}]", "[1] x", "[\"a", "{a: b}", "text", "- text"})
  void whatIsNoListOfOperationsIsRefused(String text) {
    assertThatThrownBy(() -> JsonPatch.parse(text, YamlLimits.DEFAULT))
        .isInstanceOf(BuildException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "[]", "null"})
  void aPatchMayBeEmpty(String text) {
    assertThat(JsonPatch.parse(text, YamlLimits.DEFAULT).isEmpty()).isTrue();
  }

  @Test
  void inJsonTheTestedTextCounts() {
    assertThat(patched("{a: <x>}", "- {op: test, path: /a, value: <x>}")).contains("x");
    assertThatThrownBy(
            () -> patched("{a: <x>}", "[{\"op\":\"test\",\"path\":\"/a\",\"value\":\"<x>\"}]"))
        .hasMessageContaining("test failed");
  }

  @Test
  void copiesThatGrowWithoutEndAreStopped() {
    var doubling = "- {op: copy, from: /a, path: /a/-}\n".repeat(64);
    assertThatThrownBy(() -> patched("{a: [1, 2]}", doubling))
        .hasMessageContaining("the build needs more than");
  }

  private static String patched(String object, String patch) {
    var node =
        (MappingNode) new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT).read(object).getFirst();
    var budget = new Budget(BuildLimits.DEFAULT, () -> false, () -> 0);
    JsonPatch.parse(patch, YamlLimits.DEFAULT).apply(node, budget);
    return JsonWriter.compact(node);
  }
}
