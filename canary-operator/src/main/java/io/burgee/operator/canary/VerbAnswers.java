package io.burgee.operator.canary;

import io.burgee.api.BurgeeStatus;
import io.burgee.api.BurgeeVerb;
import io.burgee.core.Notice;
import io.burgee.core.Progress;
import io.burgee.core.Verb;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What became of a verb, noted beside it for whoever gave it. */
final class VerbAnswers {
  private VerbAnswers() {}

  /** Notes the refusals among what is told now of verbs that are heard now. */
  static void note(BurgeeStatus burgee, Progress before, Recorder.Entry entry) {
    var verbs = Objects.requireNonNullElse(burgee.getVerbs(), Map.<String, BurgeeVerb>of());
    entry
        .progress()
        .heard()
        .forEach(
            (verb, value) -> {
              var noted = verbs.get(verb.text());
              if (noted != null && !value.equals(before.heard().get(verb))) {
                refusal(verb, entry).ifPresent(noted::setRefused);
              }
            });
  }

  private static Optional<String> refusal(Verb verb, Recorder.Entry entry) {
    var prefix = verb.text() + " refused: ";
    return entry.notices().stream()
        .map(Notice::message)
        .filter(message -> message.startsWith(prefix))
        .map(message -> message.substring(prefix.length()))
        .findFirst();
  }
}
