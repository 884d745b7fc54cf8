package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.LabelSelector;
import io.burgee.sandbox.store.Types;
import java.util.Optional;

/** What a list or watch asks for: label selector, field selector and, in the path, a name. */
record Selection(LabelSelector labels, FieldSelector fields) {

  static Selection of(Call call, Endpoint endpoint, Types types) {
    var definition =
        endpoint.shown().equals(endpoint.stored())
            ? types.definition(endpoint.stored())
            : MissingNode.getInstance();
    return new Selection(
        LabelSelector.parse(call.param("labelSelector")),
        FieldSelector.parse(call.param("fieldSelector"), endpoint, definition));
  }

  boolean all() {
    return labels.requirements().isEmpty() && fields.terms().isEmpty();
  }

  boolean matches(JsonNode object) {
    return labels.matches(object) && fields.matches(object);
  }

  /**
   * What {@code change} is to someone who sees selected objects only: an object may come and go.
   */
  Optional<Change.Kind> seen(Change change) {
    var previous = change.previous();
    var before = previous != null && matches(previous);
    var after = change.kind() != Change.Kind.DELETED && matches(change.object());
    if (before) {
      return Optional.of(after ? Change.Kind.MODIFIED : Change.Kind.DELETED);
    }
    return after ? Optional.of(Change.Kind.ADDED) : Optional.empty();
  }
}
