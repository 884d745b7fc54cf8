package io.burgee.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property that the API server's schema admits more for than the bean can hold. A value
 * that doesn't fit is kept as it is among the bean's other fields: failing instead would make one
 * odd object fail every list that holds it.
 */
abstract class LenientReader<T> extends JsonDeserializer<@Nullable T> {
  /** The value, or null when {@code node} doesn't fit. */
  abstract @Nullable T read(JsonNode node);

  @Override
  public final @Nullable T deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    var scope = parser.getParsingContext();
    if (parser.currentToken().isStructStart()) {
      scope = scope.getParent();
    }
    var name = scope.getCurrentName();
    var owner = scope.getCurrentValue();
    var node = context.readTree(parser);
    var value = read(node);
    if (value == null && owner instanceof Extensible bean) {
      bean.setOther(name, node);
    }
    return value;
  }
}
