package io.burgee.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An RFC 3339 date-time, read with any offset and written in UTC. */
@JacksonAnnotationsInside
@JsonDeserialize(using = Timestamp.Reader.class)
@JsonSerialize(using = ToStringSerializer.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Timestamp {
  final class Reader extends LenientReader<Instant> {
    @Override
    @Nullable Instant read(JsonNode node) {
      try {
        return OffsetDateTime.parse(node.asText()).toInstant();
      } catch (DateTimeException unreadable) {
        return null;
      }
    }
  }
}
