package io.burgee.operator.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.Canary;
import io.burgee.api.CanaryStatus;
import io.burgee.testsupport.Golden;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookPayloadTest {
  private static final Instant AT = Instant.parse("2026-01-01T10:00:00.250Z");

  private static Canary canary(String revision, Map<String, String> configs) {
    var canary = new Canary();
    canary.getMetadata().setName("shop");
    canary.getMetadata().setNamespace("prod");
    var status = new CanaryStatus();
    status.setLastAppliedSpec(revision);
    status.setTrackedConfigs(configs);
    canary.setStatus(status);
    return canary;
  }

  private static Subject shop() {
    return Subject.of(canary("bcdfgh2456", Map.of("configmap/shop", "00112233", "secret/a", "44")));
  }

  @Test
  void aQuestionSaysWhatIsAskedAboutAndHandsOnTheMetadata() {
    var metadata = Map.of("type", "bash", "cmd", "curl -s http://shop-canary/ | grep \"<ok>\"");
    Golden.assertText(
        new HookPayload(shop(), "Progressing", metadata).json() + "\n",
        "golden/hooks/question.json");
  }

  @Test
  void metadataIsLeftOutWhereThereIsNone() {
    Golden.assertText(
        new HookPayload(shop(), "Succeeded", Map.of()).json() + "\n", "golden/hooks/bare.json");
  }

  @Test
  void anEventGoesBeforeTheUsersMetadata() {
    var metadata = Map.of("environment", "production", "eventType", "mine", "timestamp", "never");
    var told = new Told("shop.1", "Warning", "Canary failed! Scaling down shop.prod", AT);
    Golden.assertText(
        HookPayload.event(shop(), "Failed", metadata, told).json() + "\n",
        "golden/hooks/event.json");
  }

  @Test
  void theChecksumTellsReleasesApartAndNothingElse() {
    var checksum =
        Subject.of(canary("one", Map.of("configmap/a", "1", "secret/b", "2"))).checksum();
    assertThat(checksum).matches("[0-9a-f]{16}");
    assertThat(Subject.of(canary("one", Map.of("secret/b", "2", "configmap/a", "1"))).checksum())
        .isEqualTo(checksum);
    assertThat(Subject.of(canary("two", Map.of("configmap/a", "1", "secret/b", "2"))).checksum())
        .isNotEqualTo(checksum);
    assertThat(Subject.of(canary("one", Map.of("configmap/a", "3", "secret/b", "2"))).checksum())
        .isNotEqualTo(checksum);
    assertThat(Subject.of(new Canary()).checksum()).matches("[0-9a-f]{16}");
  }

  @Test
  void whatMayBeSecretIsNotInItsText() {
    var payload = new HookPayload(shop(), "Progressing", Map.of("token", "s3cret"));
    var hook = Hooks.at("http://bob:s3cret@hooks.test/?key=s3cret");
    assertThat(payload.toString() + hook).doesNotContain("s3cret");
  }
}
