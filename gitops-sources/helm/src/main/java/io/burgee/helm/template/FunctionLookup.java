package io.burgee.helm.template;

import io.burgee.helm.value.GoFunction;
import org.jspecify.annotations.Nullable;

/** The functions that one execution may call, beside those that text/template has itself. */
@FunctionalInterface
public interface FunctionLookup {
  @Nullable GoFunction get(String name);
}
