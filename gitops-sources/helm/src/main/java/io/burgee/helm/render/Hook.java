package io.burgee.helm.render;

import java.util.List;

/**
 * A manifest that runs at an event instead of with the release.
 *
 * @param path the template it is of
 * @param manifest one document
 * @param events such as {@code pre-install}
 * @param weight those with lower ones come first
 * @param deletePolicies such as {@code before-hook-creation}; those that were written
 * @param outputLogPolicies such as {@code hook-failed}
 */
public record Hook(
    String name,
    String kind,
    String path,
    String manifest,
    List<String> events,
    int weight,
    List<String> deletePolicies,
    List<String> outputLogPolicies) {}
