package io.burgee.kube;

import io.burgee.kube.WriteLog.Verb;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Predicate;

/**
 * The one place where the status of a kind is set.
 *
 * @param <R> a kind with a status subresource
 */
public final class StatusWriter<R extends HasMetadata> {
  private final KubernetesClient client;
  private final Cache<R> cache;
  private final WriteLog log;

  /**
   * A status as the server stored it.
   *
   * @param kept false when the server dropped something that was written, as it does with fields
   *     that the installed CRD does not know
   */
  public record Result<R>(R object, boolean kept) {}

  public StatusWriter(KubernetesClient client, Cache<R> cache, WriteLog log) {
    this.client = client;
    this.cache = cache;
    this.log = log;
  }

  /**
   * Writes the object's status, and nothing else of it. Blocks for one request.
   *
   * @param withStatus a changed copy of what the cache answered: its resourceVersion is the fence
   * @param isKept whether what was written is in what came back
   * @throws Transient if the object changed since it was read
   */
  public Result<R> write(R withStatus, Predicate<R> isKept) {
    var kind = cache.kind();
    var name = NamespacedName.of(withStatus);
    if (withStatus.getMetadata().getResourceVersion() == null) {
      throw new IllegalArgumentException("no resourceVersion to fence by: " + kind.describe(name));
    }
    var write = new WriteLog.Write(Verb.STATUS, kind.name(), name);
    log.before(write);
    R answer;
    try {
      answer = kind.resource(client, withStatus).updateStatus();
    } catch (KubernetesClientException e) {
      throw ApiErrors.map(e, "write the status of " + kind.describe(name), kind);
    }
    log.after(write);
    cache.wrote(answer);
    return new Result<>(answer, isKept.test(answer));
  }
}
