package io.burgee.operator.hooks;

import io.burgee.api.Canary;
import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Phase;
import io.burgee.core.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the webhooks of a Canary. */
public final class HookAnswers {
  private final HookClient client;

  public HookAnswers(HookClient client) {
    this.client = client;
  }

  /**
   * Asks those of one type, one after the other, until one settles the question: the first that
   * does not say yes or, for rollbacks, the first that does. Blocks as long as they take; an
   * interrupt ends it.
   *
   * @return what those that were asked said, in the order of the spec
   */
  public List<HookReply> ask(Canary canary, HookType type, Phase phase)
      throws InterruptedException {
    return ask(Webhook.of(canary), type, Subject.of(canary), phase);
  }

  List<HookReply> ask(List<Webhook> hooks, HookType type, Subject subject, Phase phase)
      throws InterruptedException {
    var replies = new ArrayList<HookReply>();
    for (var hook : hooks) {
      if (hook.asks(type)) {
        var payload = new HookPayload(subject, phase.text(), hook.metadata());
        var reply = client.post(hook, payload, Map.of()).reply();
        replies.add(new HookReply(hook.name(), reply));
        if (reply instanceof Reply.Yes == (type == HookType.ROLLBACK)) {
          break;
        }
      }
    }
    return List.copyOf(replies);
  }
}
