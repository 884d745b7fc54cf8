package io.burgee.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A whole number that the CRD declares as any number. */
@JacksonAnnotationsInside
@JsonDeserialize(using = Whole.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Whole {
  final class Reader extends LenientReader<Integer> {
    @Override
    @Nullable Integer read(JsonNode node) {
      return of(node);
    }

    static @Nullable Integer of(JsonNode node) {
      var number = node.asDouble();
      var whole = (int) number;
      return node.isNumber() && whole == number ? (Integer) whole : null;
    }
  }
}
