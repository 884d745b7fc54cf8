package io.burgee.operator.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Phase;
import io.burgee.core.Reply;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.HookAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HookAnswersTest {
  private static final Subject SHOP = new Subject("shop", "prod", "0011");
  private static final Reply YES = new Reply.Yes();
  private static final Reply NO = new Reply.No("Forbidden");

  private final FakeHooks server = FakeHooks.start();
  private final HookClient client = new HookClient();
  private final HookAnswers answers = new HookAnswers(client);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private Webhook hook(String name, String type) {
    return new Webhook(
        name, type, server.url("/" + name), Duration.ofSeconds(30), 0, false, Map.of("n", name));
  }

  private List<HookReply> ask(HookType type, Webhook... hooks) throws InterruptedException {
    return answers.ask(List.of(hooks), type, SHOP, Phase.PROGRESSING);
  }

  private void deny(String name) {
    server.answer("/" + name, HookAnswer.no("Forbidden"));
  }

  @Test
  void onlyThoseOfTheTypeAreAskedInTheirOrder() throws Exception {
    var replies =
        ask(
            HookType.ROLLOUT,
            hook("a", "rollout"),
            hook("b", "pre-rollout"),
            hook("c", ""),
            hook("d", "event"));
    assertThat(replies).containsExactly(new HookReply("a", YES), new HookReply("c", YES));
    assertThat(server.requests()).extracting(FakeHooks.Request::path).containsExactly("/a", "/c");
    assertThat(server.requests().getLast().metadata()).isEqualTo(Map.of("n", "c"));
    assertThat(server.requests().getLast().phase()).isEqualTo("Progressing");
  }

  @Test
  void theFirstThatDoesNotSayYesSettlesIt() throws Exception {
    deny("b");
    var replies =
        ask(
            HookType.PRE_ROLLOUT,
            hook("a", "pre-rollout"),
            hook("b", "pre-rollout"),
            hook("c", "pre-rollout"));
    assertThat(replies).containsExactly(new HookReply("a", YES), new HookReply("b", NO));
  }

  @Test
  void theFirstThatSaysYesSettlesARollback() throws Exception {
    deny("a");
    var replies =
        ask(HookType.ROLLBACK, hook("a", "rollback"), hook("b", "rollback"), hook("c", "rollback"));
    assertThat(replies).containsExactly(new HookReply("a", NO), new HookReply("b", YES));
  }

  @Test
  void theGatesOfTheLoadTesterAreUnderstood() throws Exception {
    var gate =
        new Webhook(
            "gate",
            "confirm-rollout",
            server.url("/gate/check"),
            Webhook.TIMEOUT,
            0,
            false,
            Map.of());
    assertThat(ask(HookType.CONFIRM_ROLLOUT, gate)).containsExactly(new HookReply("gate", NO));
    server.openGate("shop", "prod");
    assertThat(ask(HookType.CONFIRM_ROLLOUT, gate)).containsExactly(new HookReply("gate", YES));
  }
}
