package io.burgee.kube;

/**
 * Brings one object's world in line with it. Called for one key at a time, for different keys side
 * by side, on virtual threads. Repeating it is harmless.
 *
 * @param <K> names what is reconciled
 */
@FunctionalInterface
public interface Reconciler<K> {
  /**
   * Does what there is to do now, without waiting for anything to happen.
   *
   * @throws Transient to be called again with back-off, or after the time that it names
   * @throws Stalled to be called again when woken, and now and then: what blocked it may be gone
   *     without anything here changing, such as a missing permission
   */
  Outcome reconcile(K key) throws InterruptedException;
}
