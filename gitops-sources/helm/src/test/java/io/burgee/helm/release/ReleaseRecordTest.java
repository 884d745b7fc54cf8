package io.burgee.helm.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.function.Environment;
import io.burgee.helm.render.Capabilities;
import io.burgee.helm.render.Release;
import io.burgee.helm.render.Render;
import io.burgee.helm.render.RenderOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseRecordTest {
  private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");
  private static final RenderOptions OPTIONS =
      RenderOptions.of(
          new Environment(Clock.systemUTC(), new SplittableRandom(1), new SecureRandom()));

  private static ReleaseRecord record(int revision, Status status, byte[] file) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\n".getBytes(UTF_8));
    files.put("values.yaml", "a: 1\n".getBytes(UTF_8));
    files.put("templates/a.yaml", "kind: ConfigMap\nmetadata: {name: a}\n".getBytes(UTF_8));
    files.put("big.bin", file);
    var chart = ChartLoader.files(files);
    var values = new LinkedHashMap<String, @Nullable Object>(Map.of("b", 2.5));
    var release = new Release("blue", "shops", revision, revision > 1);
    var rendered = Render.of(chart, values, release, Capabilities.DEFAULT, OPTIONS);
    return new ReleaseBuilder(chart, values)
        .record(release, rendered, status, "Install complete", NOON, NOON);
  }

  private static ReleaseRecord record(int revision, Status status) {
    return record(revision, status, new byte[0]);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var record = record(1, Status.DEPLOYED);
    var read = ReleaseCodec.read(ReleaseCodec.write(record));
    assertThat(read).isEqualTo(record);
    assertThat(read.name()).isEqualTo("blue");
    assertThat(read.namespace()).isEqualTo("shops");
    assertThat(read.version()).isEqualTo(1);
    assertThat(read.chartVersion()).isEqualTo("1.2.3");
    assertThat(read.config()).isEqualTo(Map.of("b", 2.5));
    assertThat(read.manifest()).contains("# Source: shop/templates/a.yaml");
    assertThat(read.serverSideApply()).isTrue();
  }

  @Test
  void fieldsThatNobodyKnowsStayAndNumbersAreExact() {
    var json =
        "{\"name\":\"x\",\"version\":3,\"future\":{\"n\":1.10,\"l\":[12345678901234567890]},"
            + "\"info\":{\"status\":\"deployed\",\"odd\":true}}";
    var entry = Base64.getEncoder().encode(json.getBytes(UTF_8));
    var changed = ReleaseCodec.read(entry).status(Status.SUPERSEDED, "later", NOON);
    var text = ReleaseCodec.read(ReleaseCodec.write(changed)).json().toString();
    assertThat(text)
        .contains("\"future\":{\"n\":1.10,\"l\":[12345678901234567890]}")
        .contains("\"odd\":true")
        .contains("\"status\":\"superseded\"");
  }

  @Test
  void aRecordThatNoServerWouldTakeIsRefused() {
    var noise = new byte[2 << 20];
    new Random(1).nextBytes(noise);
    assertThatThrownBy(() -> ReleaseCodec.write(record(1, Status.DEPLOYED, noise)))
        .isInstanceOf(ReleaseException.class)
        .hasMessageContaining("shops/blue.v1")
        .hasMessageContaining("1048576");
  }

  @Test
  void whatIsNoRecordIsRefusedWithoutItsContent() {
    assertThatThrownBy(() -> ReleaseCodec.read("c2VjcmV0".getBytes(UTF_8)))
        .isInstanceOf(ReleaseException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void theSecretHasHelmsNameAndLabels() {
    var record = record(4, Status.PENDING_UPGRADE);
    assertThat(ReleaseSecret.name(record.name(), record.version()))
        .isEqualTo("sh.helm.release.v1.blue.v4");
    assertThat(ReleaseSecret.labels(record, NOON, true))
        .containsEntry("owner", "helm")
        .containsEntry("status", "pending-upgrade")
        .containsEntry("version", "4")
        .containsEntry("createdAt", Long.toString(NOON.getEpochSecond()));
    assertThat(record.status().isPending()).isTrue();
  }

  @Test
  void theOldestGoFirstButNeverTheOneThatIsDeployed() {
    var history =
        new History(
            List.of(
                record(4, Status.FAILED),
                record(1, Status.SUPERSEDED),
                record(2, Status.DEPLOYED),
                record(3, Status.FAILED)));
    assertThat(history.nextVersion()).isEqualTo(5);
    assertThat(history.deployed().map(ReleaseRecord::version)).contains(2);
    assertThat(history.expired(2)).extracting(ReleaseRecord::version).containsExactly(1, 3, 4);
    assertThat(history.expired(4)).extracting(ReleaseRecord::version).containsExactly(1);
    assertThat(history.expired(0)).isEmpty();
    assertThat(history.rollbackTarget().map(ReleaseRecord::version)).contains(2);
    assertThat(history.superseded())
        .extracting(ReleaseRecord::status)
        .containsExactly(Status.SUPERSEDED);
  }
}
