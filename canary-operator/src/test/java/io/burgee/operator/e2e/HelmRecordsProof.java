package io.burgee.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.function.Environment;
import io.burgee.helm.release.ReleaseBuilder;
import io.burgee.helm.release.ReleaseCodec;
import io.burgee.helm.release.ReleaseRecord;
import io.burgee.helm.release.ReleaseSecret;
import io.burgee.helm.release.Status;
import io.burgee.helm.render.Capabilities;
import io.burgee.helm.render.Release;
import io.burgee.helm.render.Render;
import io.burgee.helm.render.RenderOptions;
import io.burgee.testsupport.RealCluster;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Release records written here are read by the real helm, and the other way round, on a real API
 * server. Needs the programs: {@code -Dhelm=/path/helm-3.18:/path/helm-4.2}; so it is only run when
 * asked for, by {@code gitops-sources/helm/records}.
 */
@RealCluster
class HelmRecordsProof {
  private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

  private final RealControlPlane plane;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path scratch;

  HelmRecordsProof(RealControlPlane plane) {
    this.plane = plane;
  }

  static List<String> programs() {
    return List.of(System.getProperty("helm", "").split(":", -1));
  }

  private Path chart() throws IOException {
    var chart = scratch.resolve("shop");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(
        chart.resolve("Chart.yaml"),
        "apiVersion: v2\nname: shop\nversion: 1.2.3\nappVersion: \"4\"\n");
    Files.writeString(chart.resolve("values.yaml"), "color: red\n");
    Files.writeString(
        chart.resolve("templates/config.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}-config
        data:
          color: {{ .Values.color }}
        """);
    Files.writeString(
        chart.resolve("templates/hook.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}-hook
          annotations: {"helm.sh/hook": post-install, "helm.sh/hook-weight": "3"}
        """);
    Files.writeString(chart.resolve("templates/NOTES.txt"), "Painted {{ .Values.color }}.");
    return chart;
  }

  private String helm(String program, String namespace, String... words) throws Exception {
    var command = new ArrayList<>(List.of(program, "--namespace", namespace));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", plane.kubeconfig(User.ADMIN).toString());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private ReleaseRecord record(String namespace, int revision, Status status, String color)
      throws IOException {
    var chart = ChartLoader.folder(chart());
    var values = new LinkedHashMap<String, @Nullable Object>(Map.of("color", color));
    var release = new Release("blue", namespace, revision, revision > 1);
    var options =
        RenderOptions.of(
            new Environment(Clock.systemUTC(), new SplittableRandom(1), new SecureRandom()));
    var rendered = Render.of(chart, values, release, Capabilities.DEFAULT, options);
    return new ReleaseBuilder(chart, values)
        .record(release, rendered, status, "Said here", NOON, NOON);
  }

  private void store(ReleaseRecord record) {
    try (var client = plane.client(User.ADMIN)) {
      client.resource(secret(record)).create();
    }
  }

  private static Secret secret(ReleaseRecord record) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(ReleaseSecret.name(record.name(), record.version()))
        .withNamespace(record.namespace())
        .withLabels(ReleaseSecret.labels(record, NOON, true))
        .endMetadata()
        .withType(ReleaseSecret.TYPE)
        .withData(
            Map.of(
                ReleaseSecret.ENTRY,
                Base64.getEncoder().encodeToString(ReleaseCodec.write(record))))
        .build();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void helmReadsWhatIsWrittenHere(String helm) throws Exception {
    var namespace = plane.newNamespace("records");
    store(record(namespace, 1, Status.SUPERSEDED, "green"));
    store(record(namespace, 2, Status.DEPLOYED, "blue"));

    assertThat(helm(helm, namespace, "list")).contains("blue", "deployed", "shop-1.2.3");
    assertThat(helm(helm, namespace, "history", "blue"))
        .contains("superseded", "deployed", "Said here");
    assertThat(helm(helm, namespace, "get", "all", "blue"))
        .contains(
            "color: blue", "# Source: shop/templates/config.yaml", "Painted blue.", "post-install");
    assertThat(helm(helm, namespace, "get", "values", "blue", "--revision", "1"))
        .contains("color: green");
    assertThat(helm(helm, namespace, "rollback", "blue", "1", "--dry-run")).contains("success");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whatHelmWritesIsReadHereAndByHelmAgain(String helm) throws Exception {
    var namespace = plane.newNamespace("records");
    helm(helm, namespace, "install", "blue", chart().toString(), "--set", "color=pink");
    try (var client = plane.client(User.ADMIN)) {
      var name = ReleaseSecret.name("blue", 1);
      var stored = client.secrets().inNamespace(namespace).withName(name).require();
      var entry = Base64.getDecoder().decode(stored.getData().get(ReleaseSecret.ENTRY));
      var read = ReleaseCodec.read(entry);
      assertThat(read.status()).isEqualTo(Status.DEPLOYED);
      assertThat(read.config()).isEqualTo(Map.of("color", "pink"));
      assertThat(read.chartVersion()).isEqualTo("1.2.3");
      assertThat(read.notes()).isEqualTo("Painted pink.");
      assertThat(stored.getMetadata().getLabels()).containsEntry("status", "deployed");

      var again = read.status(Status.DEPLOYED, "Written again", NOON);
      client.secrets().inNamespace(namespace).withName(name).delete();
      store(again);
    }
    assertThat(helm(helm, namespace, "history", "blue")).contains("Written again");
    assertThat(helm(helm, namespace, "get", "all", "blue")).contains("color: pink");
    helm(helm, namespace, "uninstall", "blue");
  }
}
