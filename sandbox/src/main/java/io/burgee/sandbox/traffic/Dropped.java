package io.burgee.sandbox.traffic;

/** Requests to one host that found no ready pod: {@code destination} is empty without any route. */
public record Dropped(String namespace, String host, String destination) {}
