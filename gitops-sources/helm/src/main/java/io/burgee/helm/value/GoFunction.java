package io.burgee.helm.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that templates can call.
 *
 * @param parameters their types; the executor refuses arguments of others, as Go's reflection does
 * @param rest the type of all further arguments; null if there may be none
 */
public record GoFunction(String name, List<GoType> parameters, @Nullable GoType rest, Body body) {

  /** What it does. Arguments have been checked; an error is a {@link GoException}. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object call(Arguments arguments);
  }
}
