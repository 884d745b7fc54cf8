package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.BuiltinDefaults;
import io.burgee.sandbox.schema.BuiltinTypes;
import io.burgee.sandbox.schema.BuiltinValidation;
import io.burgee.sandbox.schema.CrdSchema;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.schema.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a type's schema says of its objects. */
interface TypeRules {
  Shape shape();

  /** Why {@code object} can't be read at all, or empty. */
  Optional<String> decodingError(ObjectNode object);

  /** Removes unknown fields; their paths. */
  List<String> prune(ObjectNode object);

  void fillDefaults(ObjectNode object);

  List<Problem> check(ObjectNode object, @Nullable ObjectNode old);

  /** The rules of a built-in kind. */
  static TypeRules builtin(ResourceType type) {
    var shape = BuiltinTypes.shape(type.apiVersion(), type.kind()).orElse(Shape.Any.ANY);
    return new TypeRules() {
      @Override
      public Shape shape() {
        return shape;
      }

      @Override
      public Optional<String> decodingError(ObjectNode object) {
        return BuiltinTypes.decodingError(object);
      }

      @Override
      public List<String> prune(ObjectNode object) {
        return BuiltinTypes.prune(object);
      }

      @Override
      public void fillDefaults(ObjectNode object) {
        BuiltinDefaults.fill(object);
      }

      @Override
      public List<Problem> check(ObjectNode object, @Nullable ObjectNode old) {
        return BuiltinValidation.check(object, old);
      }
    };
  }

  /** The rules of a custom resource with {@code openAPIV3Schema}. */
  static TypeRules custom(JsonNode openApiSchema) {
    var schema = CrdSchema.of(openApiSchema);
    var shape = schema.shape();
    return new TypeRules() {
      @Override
      public Shape shape() {
        return shape;
      }

      @Override
      public Optional<String> decodingError(ObjectNode object) {
        return Optional.empty();
      }

      @Override
      public List<String> prune(ObjectNode object) {
        return schema.prune(object);
      }

      @Override
      public void fillDefaults(ObjectNode object) {
        schema.fillDefaults(object);
      }

      @Override
      public List<Problem> check(ObjectNode object, @Nullable ObjectNode old) {
        return schema.validate(object);
      }
    };
  }
}
