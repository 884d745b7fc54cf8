package io.burgee.sandbox.server;

import io.burgee.sandbox.store.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns that each type is shown with. */
final class Tables {
  private final Types types;
  private final Clock clock;

  Tables(Types types, Clock clock) {
    this.types = types;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  List<Column> columns(Endpoint endpoint) {
    var builtin = BuiltinColumns.of(endpoint.stored().resource());
    if (!builtin.isEmpty()) {
      return builtin;
    }
    var declared = types.definition(endpoint.stored()).path("additionalPrinterColumns");
    if (declared.isEmpty()) {
      return List.of(Column.NAME, Column.AGE);
    }
    var columns = new ArrayList<Column>();
    columns.add(Column.NAME);
    declared.forEach(column -> columns.add(Column.declared(column)));
    return columns;
  }
}
