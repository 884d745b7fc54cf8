package io.burgee.kube;

/**
 * An object as it stands after a write was asked for.
 *
 * @param object the server's answer, or what the cache holds if nothing had to be written
 * @param wrote whether a request that changes something was sent
 */
public record Written<T>(T object, boolean wrote) {}
