package io.burgee.helm.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of a release's revisions. */
public final class History {
  private final List<ReleaseRecord> records;

  /** Of one release, in any order. */
  public History(List<ReleaseRecord> records) {
    this.records =
        records.stream().sorted(Comparator.comparingInt(ReleaseRecord::version)).toList();
  }

  public int nextVersion() {
    return records.isEmpty() ? 1 : records.getLast().version() + 1;
  }

  public Optional<ReleaseRecord> last() {
    return records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
  }

  /** The newest one that is in the cluster. */
  public Optional<ReleaseRecord> deployed() {
    return records.reversed().stream().filter(each -> each.status() == Status.DEPLOYED).findFirst();
  }

  /** The newest one before the last that was once deployed: where a rollback goes. */
  public Optional<ReleaseRecord> rollbackTarget() {
    return records.reversed().stream()
        .skip(1)
        .filter(each -> each.status() == Status.SUPERSEDED || each.status() == Status.DEPLOYED)
        .findFirst();
  }

  /**
   * Which ones to delete before one more is stored, oldest first; never the one that is deployed.
   *
   * @param most how many there may be then; 0 for any number
   */
  public List<ReleaseRecord> expired(int most) {
    var expired = new ArrayList<ReleaseRecord>();
    if (most <= 0) {
      return expired;
    }
    int surplus = records.size() - (most - 1);
    var kept = deployed();
    for (var each : records) {
      if (expired.size() < surplus && !kept.filter(each::equals).isPresent()) {
        expired.add(each);
      }
    }
    return expired;
  }

  /** What becomes of the others when one is deployed: those that were are superseded. */
  public List<ReleaseRecord> superseded() {
    return records.stream()
        .filter(each -> each.status() == Status.DEPLOYED)
        .map(ReleaseRecord::superseded)
        .toList();
  }
}
