package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The structural schema of one version of a custom resource. Immutable and thread-safe. */
public final class CrdSchema {
  private final JsonNode root;
  private final Shape shape;
  private final SchemaValidation validation;

  private CrdSchema(JsonNode root) {
    this.root = root.deepCopy();
    this.shape = CrdShape.of(this.root);
    this.validation = new SchemaValidation(this.root);
  }

  /** {@code schema} is the CRD version's {@code schema.openAPIV3Schema}. */
  public static CrdSchema of(JsonNode schema) {
    return new CrdSchema(schema);
  }

  /** How objects of this schema are merged and owned. */
  public Shape shape() {
    return shape;
  }

  /** Removes in place what the schema doesn't specify; the removed paths, sorted. */
  public List<String> prune(ObjectNode object) {
    return Pruning.prune(object, root);
  }

  /** Fills defaults in place, also where a null stands that the schema forbids. Prune first. */
  public void fillDefaults(ObjectNode object) {
    Defaulting.fillRoot(object, root);
  }

  /** All problems of {@code object}; empty when it is valid. */
  public List<Problem> validate(ObjectNode object) {
    return validation.validate(object);
  }
}
