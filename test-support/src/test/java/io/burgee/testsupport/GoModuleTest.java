package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoModuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"go.mod", "go.sum", "main.go"})
  void aChangeInAnySourceIsAnotherBinary(String name) {
    var bundled = GoModule.bundled();
    var changed = new TreeMap<>(bundled.files());
    changed.merge(name, "\n", String::concat);

    assertThat(new GoModule(changed).key()).isNotEqualTo(bundled.key());
  }

  @Test
  void theKeyIsTheSameInEveryJvm() {
    var module = new GoModule(Map.of("go.mod", "module m\n", "main.go", "package main\n"));

    assertThat(module.key()).isEqualTo("1e58ef517fb6e6e33074e929");
  }

  @Test
  void theServersVersionIsTheRequiredOne() {
    var module = new GoModule(Map.of("go.mod", "require (\n\tk8s.io/kubernetes v1.37.2\n)\n"));

    assertThat(module.linkerFlags())
        .contains("version.gitVersion=v1.37.2 ")
        .contains("version.gitMajor=1 ")
        .endsWith("version.gitMinor=37");
  }

  @ParameterizedTest
  @CsvSource({
    "go1.25.9, false",
    "go1.26.0, true",
    "go1.26rc1, true",
    "go1.30.1, true",
    "'', false"
  })
  void anOlderGoWillNotDo(String version, boolean enough) {
    assertThat(GoToolchain.newEnough(version)).isEqualTo(enough);
  }
}
