package io.burgee.helm.render;

/**
 * What templates see as {@code .Release}.
 *
 * @param revision 1 for an installation
 * @param upgrade whether it is one, or an installation
 */
public record Release(String name, String namespace, int revision, boolean upgrade) {}
