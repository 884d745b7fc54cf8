package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the hooks of one type say to a run.
 *
 * @param type whose answers these are
 * @param given none where there are no hooks of that type
 */
record Replies(HookType type, String canary, List<HookReply> given) {

  /** The question that has to be put first; empty when it was, or when nobody is to be asked. */
  static Optional<Decision> unasked(Moment moment, HookType type) {
    return unasked(moment, type, Report.phase(moment.progress()));
  }

  static Optional<Decision> unasked(Moment moment, HookType type, Phase phase) {
    var asked = moment.facts().answers().hooks().containsKey(type);
    return asked || !moment.plan().asks(type)
        ? Optional.empty()
        : Optional.of(
            new Decision.Ask(
                new Inquiry.Hooks(type, phase), "Asking the " + type.text() + " hooks"));
  }

  static Replies to(Moment moment, HookType type) {
    var given = moment.facts().answers().hooks().getOrDefault(type, List.of());
    return new Replies(type, moment.names().canary(), given);
  }

  Stream<HookReply> yes() {
    return given.stream().filter(reply -> reply.reply() instanceof Reply.Yes);
  }

  /** What those that said yes are told by. */
  List<Notice> passes() {
    return yes()
        .map(reply -> Notice.normal(type.title() + " " + reply.hook() + " passed"))
        .toList();
  }

  /** Denials of a check, each in words. */
  List<String> failures() {
    var all = new ArrayList<String>();
    for (var reply : given) {
      if (reply.reply() instanceof Reply.No(var why)) {
        all.add(halt() + type.subject() + " " + reply.hook() + " failed " + why);
      }
    }
    return List.copyOf(all);
  }

  /** Questions that nobody answered, each in words. */
  List<String> silences() {
    var all = new ArrayList<String>();
    for (var reply : given) {
      if (reply.reply() instanceof Reply.Silent(var why)) {
        all.add(halt() + "no answer from " + type.subject() + " " + reply.hook() + ": " + why);
      }
    }
    return List.copyOf(all);
  }

  /** What a gate that was denied says. */
  List<String> denials() {
    return given.stream()
        .filter(reply -> reply.reply() instanceof Reply.No)
        .map(reply -> halt() + "waiting for " + type.subject() + " " + reply.hook())
        .toList();
  }

  /** What is told of those that did not say yes where nothing waits for them. */
  List<String> complaints() {
    var all = new ArrayList<String>();
    for (var reply : given) {
      switch (reply.reply()) {
        case Reply.Yes() -> {}
        case Reply.No(var why) -> all.add("Post-rollout hook " + reply.hook() + " failed " + why);
        case Reply.Silent(var why) ->
            all.add("Post-rollout hook " + reply.hook() + " gave no answer: " + why);
      }
    }
    return List.copyOf(all);
  }

  private String halt() {
    return "Halt " + canary + " advancement ";
  }
}
