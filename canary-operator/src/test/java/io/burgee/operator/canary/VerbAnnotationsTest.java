package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.Canary;
import io.burgee.core.Verb;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerbAnnotationsTest {
  @Test
  void onlyVerbsCountAmongTheAnnotations() {
    assertThat(verbs(Map.of("burgee.io/abort", "alice", "burgee.io/wanted", "abc", "abort", "bob")))
        .containsExactly(Map.entry(Verb.ABORT, "alice"));
    assertThat(VerbAnnotations.of(new Canary())).isEmpty();
  }

  @Test
  void aVerbNeedsNoReason() {
    assertThat(verbs(Map.of("burgee.io/pause", ""))).containsExactly(Map.entry(Verb.PAUSE, ""));
  }

  @Test
  void whatIsToldIsOneLineWithoutControlCharacters() {
    assertThat(VerbAnnotations.plain(" alice:\n\tsale\u001b[31m \u2028 now\u0000 "))
        .isEqualTo("alice: sale [31m now");
  }

  @Test
  void aValueOfAnyLengthIsCutToASaneOneBetweenCharacters() {
    var plain = VerbAnnotations.plain("\ud83d\ude80".repeat(1000));
    assertThat(plain.codePointCount(0, plain.length())).isEqualTo(200);
    assertThat(plain).endsWith("\ud83d\ude80\u2026");
  }

  private static Map<Verb, String> verbs(Map<String, String> annotations) {
    var canary = new Canary();
    canary.setMetadata(new ObjectMetaBuilder().withAnnotations(annotations).build());
    return VerbAnnotations.of(canary);
  }
}
