package io.burgee.core;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What users tell a Canary to do. Each is heard once: carried out where that makes sense, else
 * refused with the reason.
 */
final class Verbs {
  private Verbs() {}

  /** What follows from a verb that was not heard yet; empty when there is none. */
  static Optional<Decision> decide(Moment moment) {
    if (moment.progress().stage() == Stage.NEW) {
      return Optional.empty(); // heard when there is something to say about it
    }
    var heard = moment.progress().heard();
    var standing = moment.facts().verbs();
    if (!standing.keySet().containsAll(heard.keySet())) {
      return Optional.of(forget(moment, heard, standing));
    }
    return Arrays.stream(Verb.values())
        .filter(verb -> standing.containsKey(verb) && !isHeard(moment, verb))
        .findFirst()
        .map(verb -> carryOut(moment, verb));
  }

  private static boolean isHeard(Moment moment, Verb verb) {
    return Optional.ofNullable(moment.progress().heard().get(verb))
        .equals(Optional.ofNullable(moment.facts().verbs().get(verb)));
  }

  /** One that was taken away can be given again. */
  private static Decision forget(
      Moment moment, Map<Verb, String> heard, Map<Verb, String> standing) {
    var kept = new EnumMap<Verb, String>(Verb.class);
    heard.forEach(
        (verb, value) -> {
          if (standing.containsKey(verb)) {
            kept.put(verb, value);
          }
        });
    return moment.move(moment.progress().hearing(kept), moment.progress().reason());
  }

  private static Decision carryOut(Moment moment, Verb verb) {
    var who = moment.facts().verbs().getOrDefault(verb, "");
    var all = new EnumMap<Verb, String>(Verb.class);
    all.putAll(moment.progress().heard());
    all.put(verb, who);
    var hearing = moment.with(moment.progress().hearing(all));
    return switch (verb) {
      case ABORT -> abort(hearing, who);
      case PAUSE -> pause(hearing, who);
      case RESUME -> resume(hearing, who);
      case PROMOTE -> promote(hearing, who);
      case RETRY -> retry(hearing, who);
    };
  }

  private static Decision abort(Moment moment, String who) {
    return switch (moment.progress().stage()) {
      case WAITING -> Rest.decline(moment, who);
      case STARTING, ANALYSING -> Withdrawal.rollBack(moment, "aborted: " + who);
      case PROMOTING, SHIFTING_BACK ->
          moment.progress().revisions().candidate().equals(moment.progress().revisions().promoted())
              ? refuse(moment, Verb.ABORT, "what was promoted before is not known")
              : Promotion.abort(moment, who);
      case FINALISING -> refuse(moment, Verb.ABORT, "the primary already has the candidate");
      case RESTARTING -> Withdrawal.abort(moment, who);
      case ROLLING_BACK, RESCUING -> refuse(moment, Verb.ABORT, "the run is being ended already");
      default -> refuse(moment, Verb.ABORT, "nothing is being released");
    };
  }

  private static Decision pause(Moment moment, String who) {
    if (moment.progress().holds().pause().isPresent()) {
      return refuse(moment, Verb.PAUSE, "it is paused already");
    }
    return switch (moment.progress().stage()) {
      case WAITING, STARTING, ANALYSING, RESTARTING ->
          moment.move(
              moment.progress().paused(Optional.of(who)),
              moment.progress().reason(),
              Notice.normal("Paused " + moment.names().canary() + ": " + who));
      case PROMOTING, SHIFTING_BACK, FINALISING ->
          refuse(moment, Verb.PAUSE, "the promotion is under way");
      default -> refuse(moment, Verb.PAUSE, "nothing is being released");
    };
  }

  /** The interval starts over: what was measured meanwhile is not held against anyone. */
  private static Decision resume(Moment moment, String who) {
    var progress = moment.progress();
    if (progress.holds().pause().isEmpty()) {
      return refuse(moment, Verb.RESUME, "it is not paused");
    }
    var times = progress.times();
    var restarted =
        progress.stage() == Stage.ANALYSING && times.settled().isPresent()
            ? times.checkAt(moment.now().plus(moment.plan().interval()))
            : times;
    return moment.move(
        progress.paused(Optional.empty()).with(restarted),
        progress.reason(),
        Notice.normal("Resumed " + moment.names().canary() + ": " + who));
  }

  private static Decision promote(Moment moment, String who) {
    var progress = moment.progress();
    if (progress.stage() != Stage.ANALYSING) {
      return refuse(moment, Verb.PROMOTE, "no canary is being analysed");
    }
    if (progress.holds().pause().isPresent()) {
      return refuse(moment, Verb.PROMOTE, "it is paused, resume it first");
    }
    if (moment.newerThanCandidate().isPresent()) {
      return refuse(moment, Verb.PROMOTE, "the target has changed since it was analysed");
    }
    if (!moment.facts().canary().serves(progress.revisions().candidate())) {
      return refuse(moment, Verb.PROMOTE, moment.canaryNotReady());
    }
    var text = "Promotion of " + moment.names().target() + " requested: " + who;
    return Promotion.begin(moment, text, List.of(Notice.normal(text)));
  }

  private static Decision retry(Moment moment, String who) {
    var target = moment.target();
    if (moment.progress().stage() != Stage.AT_REST) {
      return refuse(moment, Verb.RETRY, "a run is not over yet");
    }
    if (target.isEmpty()) {
      return refuse(moment, Verb.RETRY, moment.unreadable().orElse("the target is unknown"));
    }
    if (target.equals(moment.progress().revisions().promoted())) {
      return refuse(moment, Verb.RETRY, "the target is at the promoted revision");
    }
    var text = "Release of " + moment.names().target() + " is tried again: " + who;
    return Rest.ask(moment, List.of(Notice.normal(text)));
  }

  private static Decision refuse(Moment moment, Verb verb, String why) {
    return moment.move(
        moment.progress(),
        moment.progress().reason(),
        Notice.warning(verb.text() + " refused: " + why));
  }
}
