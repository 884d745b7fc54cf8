package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final String UID = "0b2e7a7e-3b3a-4a35-9a60-2f6d8f0f2a11";

  @Test
  void anEventsNameFollowsFromTheNotice() {
    assertThat(Outbox.eventName("shop", UID, "12")).isEqualTo("shop." + UID + ".12");
  }

  @Test
  void anEventsNameIsADnsSubdomainHoweverLongTheCanarysNameIs() {
    for (int length = 200; length <= 253; length++) {
      for (var filler : new String[] {"a", "a-", "a.", "ab--"}) {
        var canary = filler.repeat(length).substring(0, length - 1) + "z";
        assertThat(Outbox.eventName(canary, UID, "1234567"))
            .hasSizeLessThanOrEqualTo(253)
            .endsWith("." + UID + ".1234567")
            .doesNotContain("-.0b2e")
            .doesNotContain("..0b2e");
      }
    }
  }
}
