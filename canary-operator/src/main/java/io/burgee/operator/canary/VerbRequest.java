package io.burgee.operator.canary;

import io.burgee.api.BurgeeVerb;
import io.burgee.api.Canary;
import io.burgee.core.Verb;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A verb as a user gives it: the annotation is set, and the operator's answer awaited. */
public final class VerbRequest {
  private final Resource<Canary> canary;
  private final Verb verb;

  public VerbRequest(KubernetesClient client, String namespace, String name, Verb verb) {
    this.canary = client.resources(Canary.class).inNamespace(namespace).withName(name);
    this.verb = verb;
  }

  /** What became of it. */
  public sealed interface Answer {

    /** It is carried out; the reason is the Canary's. */
    record Taken(String reason) implements Answer {}

    /** It makes no sense now. */
    record Refused(String why) implements Answer {}

    /** Nobody dealt with it in time. */
    record None() implements Answer {}

    /** There is nobody to tell. */
    record NoCanary() implements Answer {}
  }

  /** Who and why, with the time: the same request can be made twice. */
  public static String value(String who, Instant now, String why) {
    var when = who + " at " + now.truncatedTo(ChronoUnit.MILLIS);
    return why.isBlank() ? when : when + ": " + why;
  }

  /** The annotation that carries it. */
  public static String annotation(Verb verb) {
    return VerbAnnotations.name(verb);
  }

  /** Sets the annotation and waits until it is dealt with, at most that long. */
  public Answer give(String value, Duration atMost) throws InterruptedException {
    var plain = VerbAnnotations.plain(value);
    if (canary.get() == null) {
      return new Answer.NoCanary();
    }
    var metadata = Map.of("annotations", Map.of(annotation(verb), plain));
    var patch = Serialization.asJson(Map.of("metadata", metadata));
    var unused = canary.patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    try {
      var told =
          canary.waitUntilCondition(
              now -> noted(now, plain).isPresent(), atMost.toMillis(), TimeUnit.MILLISECONDS);
      return answer(told, noted(told, plain).orElseThrow());
    } catch (KubernetesClientTimeoutException e) {
      return new Answer.None();
    }
  }

  private Optional<BurgeeVerb> noted(@Nullable Canary now, String value) {
    var status = now == null ? null : now.getStatus();
    var burgee = status == null ? null : status.getBurgee();
    var verbs = burgee == null ? null : burgee.getVerbs();
    return Optional.ofNullable(verbs == null ? null : verbs.get(verb.text()))
        .filter(noted -> value.equals(noted.getValue()));
  }

  private static Answer answer(Canary canary, BurgeeVerb noted) {
    var refused = noted.getRefused();
    var burgee = canary.getStatus().getBurgee();
    var reason = burgee == null ? null : burgee.getReason();
    return refused == null
        ? new Answer.Taken(Objects.requireNonNullElse(reason, ""))
        : new Answer.Refused(refused);
  }
}
