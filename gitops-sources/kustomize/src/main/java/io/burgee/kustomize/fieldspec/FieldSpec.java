package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.resource.Gvk;

/**
 * A place that a transformer works at.
 *
 * @param gvk the kinds it is for; what is empty is any
 * @param path the way to it, its parts separated by slashes
 * @param create whether what is missing of the way is made
 */
public record FieldSpec(Gvk gvk, String path, boolean create) {}
