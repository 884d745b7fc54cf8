package io.burgee.operator.canary;

import io.burgee.api.BurgeeNotice;
import io.burgee.api.Canary;
import io.burgee.kube.EventRecorder;
import io.burgee.kube.NamespacedName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns recorded notices into Events. A notice stays in the status until it was delivered, and its
 * Event has a name that follows from it, so each is told once, whatever happens in between.
 */
final class Outbox {
  /** The API server refuses longer ones. */
  private static final int LONGEST_NAME = 253;

  private final EventRecorder events;
  private final Map<NamespacedName, Told> told = new ConcurrentHashMap<>();

  Outbox(EventRecorder events) {
    this.events = events;
  }

  /** What was delivered of the notices that one Canary's status holds. */
  private record Told(String uid, Set<String> ids) {}

  /** Which notices of one Canary need not be kept any longer. */
  interface Delivered {
    boolean contains(BurgeeNotice notice);
  }

  Delivered deliveredOf(Canary canary) {
    var last = told.get(NamespacedName.of(canary));
    var ids = last != null && last.uid().equals(uid(canary)) ? last.ids() : Set.<String>of();
    return notice -> ids.contains(notice.getId());
  }

  /** Whether the status still holds what was delivered. */
  boolean holdsDelivered(Canary canary) {
    return pending(canary).stream().anyMatch(deliveredOf(canary)::contains);
  }

  /**
   * Delivers what is recorded.
   *
   * @return whether nothing is left that another try could deliver
   */
  boolean deliver(Canary canary) {
    var pending = pending(canary);
    var ids = new HashSet<String>();
    var done = true;
    for (var notice : pending) {
      var id = Objects.requireNonNullElse(notice.getId(), "");
      var known = deliveredOf(canary).contains(notice);
      if (known || record(canary, notice, id)) {
        ids.add(id);
      } else {
        done = false;
      }
    }
    told.put(NamespacedName.of(canary), new Told(uid(canary), Set.copyOf(ids)));
    return done;
  }

  /** Tells something that is not part of a run; the same text about an object is told once. */
  void warn(Canary canary, String why, Instant now) {
    var name =
        eventName(canary.getMetadata().getName(), uid(canary), Integer.toHexString(why.hashCode()));
    var notice = new EventRecorder.Notice(name, EventRecorder.Type.WARNING, "Stalled", why, now);
    events.record(canary, notice); // the condition holds what an Event may lose
  }

  void forget(NamespacedName canary) {
    told.remove(canary);
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

  private boolean record(Canary canary, BurgeeNotice notice, String id) {
    var type =
        "Warning".equals(notice.getType()) ? EventRecorder.Type.WARNING : EventRecorder.Type.NORMAL;
    var name = eventName(canary.getMetadata().getName(), uid(canary), id);
    var event =
        new EventRecorder.Notice(
            name,
            type,
            "Synced",
            Objects.requireNonNullElse(notice.getMessage(), ""),
            Objects.requireNonNullElse(notice.getAt(), Instant.EPOCH));
    return events.record(canary, event) != EventRecorder.Delivery.LATER;
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
