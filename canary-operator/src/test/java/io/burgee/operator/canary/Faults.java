package io.burgee.operator.canary;

import io.burgee.kube.WriteLog;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Ends the process at a given write, as seen from one namespace: from there on it writes nothing
 * more there. Namespaces without a fault are counted.
 */
final class Faults implements WriteLog {
  /** Where a fault happens. */
  enum Side {
    /** The request is not sent. */
    BEFORE,
    /** The request took effect; the process did not live to hear of it. */
    AFTER,
    /** Someone else writes the object just before: the request is refused. */
    CONFLICT
  }

  /**
   * One fault.
   *
   * @param write counted from 1
   */
  record Fault(Side side, int write) {}

  private final Map<String, Fault> plan;
  private final Consumer<Write> intruder;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Set<String> dead = ConcurrentHashMap.newKeySet();

  /**
   * Plans faults.
   *
   * @param plan by namespace
   * @param intruder writes the object in its own way
   */
  Faults(Map<String, Fault> plan, Consumer<Write> intruder) {
    this.plan = Map.copyOf(plan);
    this.intruder = intruder;
  }

  int writes(String namespace) {
    return count(namespace).get();
  }

  /** Whether the fault of every namespace has happened. */
  boolean allHappened() {
    return plan.entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue().side() == Side.CONFLICT
                    ? writes(entry.getKey()) >= entry.getValue().write()
                    : dead.contains(entry.getKey()));
  }

  @Override
  public void before(Write write) {
    var namespace = write.object().namespace();
    refuseDead(namespace);
    var number = count(namespace).incrementAndGet();
    var fault = faultAt(namespace, number);
    if (fault.filter(side -> side == Side.BEFORE).isPresent()) {
      die(namespace);
    }
    if (fault.filter(side -> side == Side.CONFLICT).isPresent()) {
      intruder.accept(write);
    }
  }

  @Override
  public void after(Write write) {
    var namespace = write.object().namespace();
    if (faultAt(namespace, writes(namespace)).filter(side -> side == Side.AFTER).isPresent()) {
      die(namespace);
    }
  }

  private Optional<Side> faultAt(String namespace, int number) {
    return Optional.ofNullable(plan.get(namespace))
        .filter(fault -> fault.write() == number)
        .map(Fault::side);
  }

  private AtomicInteger count(String namespace) {
    return counts.computeIfAbsent(namespace, any -> new AtomicInteger());
  }

  private void refuseDead(String namespace) {
    if (dead.contains(namespace)) {
      throw new Crash();
    }
  }

  private void die(String namespace) {
    dead.add(namespace);
    throw new Crash();
  }

  /** An error, so that nothing in between takes it for a failure that it can handle. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process ends here", null, false, false);
    }
  }
}
