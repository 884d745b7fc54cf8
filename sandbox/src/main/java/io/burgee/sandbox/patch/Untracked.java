package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Fields that a write never owns. */
final class Untracked {
  /** What the server sets, or what says which object it is. What is below them stays owned. */
  static final FieldSet META =
      FieldSet.ofFields(
          "apiVersion",
          "kind",
          "metadata",
          "metadata.name",
          "metadata.namespace",
          "metadata.creationTimestamp",
          "metadata.selfLink",
          "metadata.uid",
          "metadata.clusterName",
          "metadata.generation",
          "metadata.managedFields",
          "metadata.resourceVersion");

  private static final FieldSet STATUS = FieldSet.ofFields("status");
  private static final FieldSet ALL_BUT_STATUS = FieldSet.ofFields("spec", "metadata.labels");
  private static final List<String> IDENTITY = List.of("apiVersion", "kind");

  private Untracked() {}

  /** What a write through {@code writer}'s door leaves as it was, with all below. */
  static FieldSet reset(FieldWriter writer) {
    if (!writer.statusSubresource()) {
      return FieldSet.EMPTY;
    }
    return writer.subresource().equals("status") ? ALL_BUT_STATUS : STATUS;
  }

  /** The part of {@code intent} that a write through {@code writer}'s door may say. */
  static ObjectNode sayable(ObjectNode intent, FieldWriter writer) {
    var said = intent.deepCopy();
    if (said.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(List.of("managedFields", "creationTimestamp"));
    }
    if (writer.statusSubresource() && writer.subresource().equals("status")) {
      said.remove("spec");
      if (said.get("metadata") instanceof ObjectNode metadata) {
        metadata.remove("labels");
      }
    } else if (writer.statusSubresource()) {
      said.remove("status");
    }
    return said;
  }

  /** The object that a create starts from. */
  static ObjectNode blank(ObjectNode object) {
    return object.deepCopy().retain(IDENTITY);
  }
}
