package io.burgee.core;

/** A webhook that a run asks. */
public record Hook(HookType type, String name) {}
