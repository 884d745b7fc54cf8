package io.burgee.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ .Capabilities.KubeVersion }} | v1.36.0",
        "{{ .Capabilities.KubeVersion PIPE toString }} | {v1.36.0 v1.36.0 1 36}",
        "{{ .Capabilities.KubeVersion.GitVersion }} | v1.36.0",
        "{{ .Capabilities.KubeVersion.Major }}.{{ .Capabilities.KubeVersion.Minor }} | 1.36",
        "{{ .Capabilities.HelmVersion.Version }} | v4.2.3",
        "{{ len .Capabilities.APIVersions }} | 55",
        "{{ index .Capabilities.APIVersions 0 }} | v1",
        "{{ .Capabilities.APIVersions.Has \"apps/v1\" }} | true",
        "{{ .Capabilities.APIVersions.Has \"apps/v1/Deployment\" }} | false",
        "{{ has \"batch/v1\" .Capabilities.APIVersions }} | true",
        "{{ kindOf .Capabilities }} {{ kindOf .Capabilities.KubeVersion }} | ptr struct",
        "{{ .Capabilities.KubeVersion PIPE toJson }} |"
            + " {\"Version\":\"v1.36.0\",\"Major\":\"1\",\"Minor\":\"36\"}",
        "{{ .Capabilities PIPE toString PIPE trunc 30 }} | &{{v1.36.0 v1.36.0 1 36} [v1 a",
      })
  void templatesSeeTheClustersVersions(String template, String printed) {
    assertThat(Charts.text(template.replace("PIPE", "|"))).isEqualTo(printed);
  }

  @Test
  void aVersionKeepsWhatFollowsItsNumbers() {
    var version = KubeVersion.parse("1.30.1-gke.5");
    assertThat(version).isEqualTo(new KubeVersion("v1.30.1-gke.5", "v1.30.1", "1", "30"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | could not parse \"x\" as version",
        "1 | illegal version string \"1\"",
        "01.2 | illegal zero-prefixed version component \"01\" in \"01.2\"",
      })
  void whatIsNoVersionIsRefused(String text, String problem) {
    assertThatThrownBy(() -> KubeVersion.parse(text)).hasMessage(problem);
  }

  @Test
  void moreApisCanBeTold() {
    var more = Capabilities.DEFAULT.with(List.of("a/v1", "a/v1/B"));
    assertThat((List<?>) more.field("APIVersions")).hasSize(57);
  }
}
