package io.burgee.core;

/**
 * What one webhook said.
 *
 * @param hook its name
 */
public record HookReply(String hook, Reply reply) {}
