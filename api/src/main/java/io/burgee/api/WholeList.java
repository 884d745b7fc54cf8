package io.burgee.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Like {@link Whole}, for a list: one element that isn't whole makes the list unreadable. */
@JacksonAnnotationsInside
@JsonDeserialize(using = WholeList.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface WholeList {
  final class Reader extends LenientReader<List<Integer>> {
    @Override
    @Nullable List<Integer> read(JsonNode node) {
      if (!node.isArray()) {
        return null;
      }
      var numbers = new ArrayList<Integer>();
      for (var element : node) {
        var number = Whole.Reader.of(element);
        if (number == null) {
          return null;
        }
        numbers.add(number);
      }
      return numbers;
    }
  }
}
