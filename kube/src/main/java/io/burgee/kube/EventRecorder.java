package io.burgee.kube;

import io.burgee.kube.WriteLog.Verb;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes core/v1 Events. Delivering one twice leaves one: its name is the caller's. */
public final class EventRecorder {
  /** The API server refuses longer ones. */
  private static final int LONGEST_MESSAGE = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
  private static final Kind<Event> EVENTS = Kind.of(Event.class);

  private final KubernetesClient client;
  private final WriteLog log;
  private final String component;
  private final String instance;

  /** How an Event shows in kubectl. */
  public enum Type {
    NORMAL("Normal"),
    WARNING("Warning");

    private final String text;

    Type(String text) {
      this.text = text;
    }
  }

  /** What became of an Event. */
  public enum Delivery {
    /** It is there, from now or from before. */
    DELIVERED,
    /** The server was not in reach or busy: worth another try. */
    LATER,
    /** The server will not have it: another try is no use. */
    REFUSED
  }

  /**
   * What is told.
   *
   * @param name deterministic: the same happening has the same name, so that it is told once
   * @param reason one word in CamelCase
   * @param message cut at 1024 bytes
   */
  public record Notice(String name, Type type, String reason, String message, Instant at) {}

  /**
   * Writes nothing yet.
   *
   * @param component shown as the source
   * @param instance which process
   */
  public EventRecorder(KubernetesClient client, WriteLog log, String component, String instance) {
    this.client = client;
    this.log = log;
    this.component = component;
    this.instance = instance;
  }

  /** Writes the Event beside the object. Throws nothing on account of the server. */
  public Delivery record(HasMetadata about, Notice notice) {
    var event = event(about, notice);
    var name = NamespacedName.of(event);
    var write = new WriteLog.Write(Verb.CREATE, EVENTS.name(), name);
    log.before(write);
    try {
      var ignored = EVENTS.resource(client, event).create();
    } catch (KubernetesClientException e) {
      return ApiErrors.alreadyExists(e) ? Delivery.DELIVERED : undelivered(e, name);
    }
    log.after(write);
    return Delivery.DELIVERED;
  }

  private static Delivery undelivered(KubernetesClientException e, NamespacedName name) {
    var failure = ApiErrors.map(e, "create " + EVENTS.describe(name), EVENTS);
    LOG.warn("event not delivered: {}", failure.getMessage());
    return failure instanceof Stalled ? Delivery.REFUSED : Delivery.LATER;
  }

  private Event event(HasMetadata about, Notice notice) {
    var metadata = about.getMetadata();
    // Events about cluster-scoped objects live in the default namespace.
    var namespace = metadata.getNamespace() == null ? "default" : metadata.getNamespace();
    var at = notice.at().truncatedTo(ChronoUnit.SECONDS).toString();
    return new EventBuilder()
        .withNewMetadata()
        .withName(notice.name())
        .withNamespace(namespace)
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.getApiVersion())
        .withKind(about.getKind())
        .withNamespace(metadata.getNamespace())
        .withName(metadata.getName())
        .withUid(metadata.getUid())
        .withResourceVersion(metadata.getResourceVersion())
        .endInvolvedObject()
        .withType(notice.type().text)
        .withReason(notice.reason())
        .withMessage(cut(notice.message()))
        .withFirstTimestamp(at)
        .withLastTimestamp(at)
        .withCount(1)
        .withNewSource(component, instance)
        .withReportingComponent(component)
        .withReportingInstance(instance)
        .build();
  }

  /** The longest start of the text that fits, with a sign where something is missing. */
  static String cut(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_MESSAGE) {
      return text;
    }
    var sign = "…";
    var room = LONGEST_MESSAGE - sign.getBytes(StandardCharsets.UTF_8).length;
    var end = Math.min(text.length(), room);
    while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > room
        || Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + sign;
  }
}
