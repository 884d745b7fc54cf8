package io.burgee.sandbox.patch;

import io.burgee.sandbox.schema.Shape;

/**
 * Who writes which part of what.
 *
 * @param manager the field manager's name
 * @param apiVersion the version the request speaks, e.g. {@code apps/v1}
 * @param subresource e.g. {@code status} or {@code scale}; empty for the object itself
 * @param shape the kind's shape
 * @param statusSubresource whether the kind has one: writes to the object then leave status alone
 * @param custom whether the kind is a custom resource
 */
public record FieldWriter(
    String manager,
    String apiVersion,
    String subresource,
    Shape shape,
    boolean statusSubresource,
    boolean custom) {}
