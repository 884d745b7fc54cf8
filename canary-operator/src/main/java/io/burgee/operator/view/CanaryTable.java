package io.burgee.operator.view;

import io.burgee.api.BurgeeStatus;
import io.burgee.api.Canary;
import io.burgee.api.CanaryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Many Canaries, a line each. */
public final class CanaryTable {
  private CanaryTable() {}

  /**
   * By namespace and name.
   *
   * @param namespaces whether there is a column for them
   */
  public static List<String> of(List<Canary> canaries, boolean namespaces, Instant now) {
    var header = List.of("NAME", "PHASE", "WEIGHT", "STEP", "CANDIDATE", "NEXT CHECK", "REASON");
    var table = new Columns(cells("NAMESPACE", header, namespaces));
    canaries.stream()
        .sorted(
            Comparator.comparing((Canary c) -> c.getMetadata().getNamespace())
                .thenComparing(c -> c.getMetadata().getName()))
        .forEach(c -> table.row(cells(c.getMetadata().getNamespace(), row(c, now), namespaces)));
    return table.lines();
  }

  private static String[] cells(String namespace, List<String> others, boolean namespaces) {
    var cells = new ArrayList<>(others);
    if (namespaces) {
      cells.addFirst(namespace);
    }
    return cells.toArray(String[]::new);
  }

  private static String why(Canary canary, BurgeeStatus burgee) {
    return Explanation.stalled(canary)
        .map(problem -> "Stalled: " + problem)
        .or(() -> Optional.ofNullable(burgee.getFrozenAt()).map(at -> "Suspended"))
        .or(() -> Optional.ofNullable(burgee.getPause()).map(who -> "Paused: " + who))
        .orElseGet(() -> Texts.orNone(burgee.getReason()));
  }

  private static List<String> row(Canary canary, Instant now) {
    var status = Objects.requireNonNullElseGet(canary.getStatus(), CanaryStatus::new);
    var burgee = Objects.requireNonNullElseGet(status.getBurgee(), BurgeeStatus::new);
    return List.of(
        canary.getMetadata().getName(),
        Texts.orNone(status.getPhase()),
        status.getCanaryWeight() == null ? Texts.NONE : status.getCanaryWeight() + "%",
        Texts.orNone(burgee.getStep()),
        Texts.orNone(burgee.getCandidate()),
        Texts.relative(burgee.getNextCheckAt(), now),
        why(canary, burgee));
  }
}
