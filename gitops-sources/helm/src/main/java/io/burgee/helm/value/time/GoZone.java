package io.burgee.helm.value.time;

import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A {@code *time.Location}. */
public final class GoZone implements GoTyped {
  static final GoType TYPE = GoType.named("*time.Location", Kind.PTR);

  public static final GoZone UTC = fixed("UTC", 0);

  private final String name;
  private final ZoneNames names;

  /** Null if the offset is always the same. */
  private final @Nullable ZoneRules rules;

  private final int offset;

  private GoZone(String name, ZoneNames names, @Nullable ZoneRules rules, int offset) {
    this.name = name;
    this.names = names;
    this.rules = rules;
    this.offset = offset;
  }

  /** A zone that's known by nothing but its offset; the name may be empty. */
  public static GoZone fixed(String name, int offset) {
    return new GoZone(name, ZoneNames.only(name, offset), null, offset);
  }

  /** The zone of the process; Go calls it Local, wherever that is. */
  public static GoZone local(ZoneId id) {
    if (id.normalized() instanceof ZoneOffset offset) {
      int seconds = offset.getTotalSeconds();
      return new GoZone("Local", ZoneNames.only(seconds == 0 ? "UTC" : "", seconds), null, seconds);
    }
    return new GoZone("Local", ZoneNames.of(id.getId()), id.getRules(), 0);
  }

  /** By its name in the time zone database; null if it has none of that name. */
  public static @Nullable GoZone named(String name) {
    if (name.isEmpty() || name.equals("UTC")) {
      return UTC;
    }
    if (!ZoneNames.isKnown(name)) {
      return null;
    }
    var names = ZoneNames.of(name);
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return new GoZone(name, names, ZoneId.of(name).getRules(), 0);
    }
    return new GoZone(name, names, null, names.names().getFirst().offset());
  }

  /** Seconds east of Greenwich then. */
  int offsetAt(long seconds) {
    return rules == null ? offset : rules.getOffset(instant(seconds)).getTotalSeconds();
  }

  boolean isSummerAt(long seconds) {
    return rules != null && rules.isDaylightSavings(instant(seconds));
  }

  /** What it's called then, such as CET; empty if nothing but the offset is known. */
  String nameAt(long seconds) {
    return names.at(offsetAt(seconds), isSummerAt(seconds));
  }

  /** What such a name stands for here, best as it does at that local time. */
  OptionalInt offsetOf(String abbreviation, long localSeconds) {
    var found = OptionalInt.empty();
    for (var each : names.names()) {
      if (each.text().equals(abbreviation)) {
        if (nameAt(localSeconds - each.offset()).equals(abbreviation)) {
          return OptionalInt.of(offsetAt(localSeconds - each.offset()));
        }
        found = found.isPresent() ? found : OptionalInt.of(each.offset());
      }
    }
    return found;
  }

  private static Instant instant(long seconds) {
    return Instant.ofEpochSecond(
        Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
  }

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public String text() {
    return name;
  }

  /** It has no exported fields. */
  @Override
  public Object json() {
    return java.util.Map.of();
  }

  @Override
  public @Nullable GoFunction method(String method) {
    return method.equals("String") ? new GoFunction(method, List.of(), null, a -> name) : null;
  }
}
