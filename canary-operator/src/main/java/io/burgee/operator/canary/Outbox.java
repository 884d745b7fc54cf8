package io.burgee.operator.canary;

import io.burgee.api.BurgeeNotice;
import io.burgee.api.Canary;
import io.burgee.kube.EventRecorder;
import io.burgee.kube.NamespacedName;
import io.burgee.operator.hooks.EventHooks;
import io.burgee.operator.hooks.Told;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns recorded notices into Events, and hands them to the event hooks. A notice stays in the
 * status until both are settled. Its Event has a name that follows from it, so that it is told
 * once, whatever happens in between; hooks get that name, and may be told twice.
 */
final class Outbox {
  /** The API server refuses longer ones. */
  private static final int LONGEST_NAME = 253;

  private final EventRecorder events;
  private final EventHooks hooks;
  private final Map<NamespacedName, Delivery> deliveries = new ConcurrentHashMap<>();

  Outbox(EventRecorder events, EventHooks hooks) {
    this.events = events;
    this.hooks = hooks;
  }

  /**
   * How far the notices are that one Canary's status holds.
   *
   * @param settled need not be kept any longer
   * @param recorded have their Event
   */
  private record Delivery(String uid, Set<String> settled, Set<String> recorded) {}

  /** Which notices of one Canary need not be kept any longer. */
  interface Delivered {
    boolean contains(BurgeeNotice notice);
  }

  Delivered deliveredOf(Canary canary) {
    var ids = last(canary).settled();
    return notice -> ids.contains(notice.getId());
  }

  private Delivery last(Canary canary) {
    var last = deliveries.get(NamespacedName.of(canary));
    return last != null && last.uid().equals(uid(canary))
        ? last
        : new Delivery(uid(canary), Set.of(), Set.of());
  }

  /** Whether the status still holds what was delivered. */
  boolean holdsDelivered(Canary canary) {
    return pending(canary).stream().anyMatch(deliveredOf(canary)::contains);
  }

  /** Whether all that the status holds was told to everyone who is to be told, or given up. */
  boolean isThrough(Canary canary) {
    return pending(canary).stream().allMatch(deliveredOf(canary)::contains);
  }

  /**
   * Delivers what is recorded. Doesn't wait for the event hooks, which wake the Canary when they
   * are through.
   *
   * @return whether there is no Event left that another try could deliver
   */
  boolean deliver(Canary canary) {
    var last = last(canary);
    var recorded = new HashSet<String>();
    var settled = new HashSet<String>();
    var names = new HashSet<String>();
    var done = true;
    for (var notice : pending(canary)) {
      var id = Objects.requireNonNullElse(notice.getId(), "");
      var event = event(canary, notice, id);
      names.add(event.name());
      var told = last.settled().contains(id) || tell(canary, notice, event);
      if (last.recorded().contains(id)
          || events.record(canary, event) != EventRecorder.Delivery.LATER) {
        recorded.add(id);
        if (told) {
          settled.add(id);
        }
      } else {
        done = false;
      }
    }
    hooks.keep(canary, names);
    deliveries.put(
        NamespacedName.of(canary),
        new Delivery(uid(canary), Set.copyOf(settled), Set.copyOf(recorded)));
    return done;
  }

  private boolean tell(Canary canary, BurgeeNotice notice, EventRecorder.Notice event) {
    var type = Objects.requireNonNullElse(notice.getType(), "Normal");
    return hooks.tell(canary, new Told(event.name(), type, event.message(), event.at()));
  }

  /** Tells something that is not part of a run; the same text about an object is told once. */
  void warn(Canary canary, String why, Instant now) {
    var name =
        eventName(canary.getMetadata().getName(), uid(canary), Integer.toHexString(why.hashCode()));
    var notice = new EventRecorder.Notice(name, EventRecorder.Type.WARNING, "Stalled", why, now);
    events.record(canary, notice); // the condition holds what an Event may lose
    hooks.tell(canary, new Told(name, "Warning", why, now));
  }

  void forget(NamespacedName canary) {
    deliveries.remove(canary);
    hooks.forget(canary);
  }

  /** Follows from the notice, and is a DNS subdomain however long the Canary's name is. */
  static String eventName(String canary, String uid, String id) {
    var suffix = "." + uid + "." + id;
    var end = Math.min(canary.length(), LONGEST_NAME - suffix.length());
    while (end > 0 && !Character.isLetterOrDigit(canary.charAt(end - 1))) {
      end--;
    }
    return canary.substring(0, end) + suffix;
  }

  private static EventRecorder.Notice event(Canary canary, BurgeeNotice notice, String id) {
    var type =
        "Warning".equals(notice.getType()) ? EventRecorder.Type.WARNING : EventRecorder.Type.NORMAL;
    return new EventRecorder.Notice(
        eventName(canary.getMetadata().getName(), uid(canary), id),
        type,
        "Synced",
        Objects.requireNonNullElse(notice.getMessage(), ""),
        Objects.requireNonNullElse(notice.getAt(), Instant.EPOCH));
  }

  static List<BurgeeNotice> pending(Canary canary) {
    var status = canary.getStatus();
    var burgee = status == null ? null : status.getBurgee();
    return burgee == null
        ? List.of()
        : Objects.requireNonNullElse(burgee.getOutbox(), List.<BurgeeNotice>of());
  }

  private static String uid(Canary canary) {
    return Objects.requireNonNullElse(canary.getMetadata().getUid(), "");
  }
}
