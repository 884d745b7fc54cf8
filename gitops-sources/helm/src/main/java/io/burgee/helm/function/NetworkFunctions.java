package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.STRING;

import java.util.List;

/** A render asks no network, so no name has an address. */
final class NetworkFunctions {
  private NetworkFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("getHostByName", List.of(STRING), a -> "");
  }
}
