package io.burgee.helm.value.time;

import org.jspecify.annotations.Nullable;

/** Reads a date's zone, by name or offset. */
final class ZoneReader {
  private static final int MOST_CAPITALS = 5;
  private static final int LARGEST_GMT = 23;

  /** Also what one second west of Greenwich is, which Go takes for no offset. */
  private static final int NO_OFFSET = -1;

  private final Cursor in;
  private boolean utc;
  private int offset = NO_OFFSET;
  private String name = "";
  private @Nullable String range;

  ZoneReader(Cursor in) {
    this.in = in;
  }

  /** What of the offset is too large; null if nothing is. */
  @Nullable String range() {
    return range;
  }

  boolean offset(Field field) {
    if (field.isUtcOffset() && in.peek(0) == 'Z') {
      in.take(1);
      utc = true;
      return true;
    }
    var text = in.take(field.source().length());
    if (text == null) {
      return false;
    }
    int step = field.hasColon() ? 3 : 2;
    boolean colons =
        !field.hasColon()
            || (text.charAt(3) == ':' && (!field.hasOffsetSeconds() || text.charAt(6) == ':'));
    return colons && offset(text, field, step);
  }

  private boolean offset(String text, Field field, int step) {
    int hours = two(text, 1);
    int minutes = field.hasOffsetMinutes() && hours >= 0 ? two(text, 1 + step) : 0;
    int seconds = field.hasOffsetSeconds() && minutes >= 0 ? two(text, 1 + 2 * step) : 0;
    // People do write offsets of 24 hours, or of 60 minutes.
    if (hours > 24) {
      range = "time zone offset hour";
    }
    if (minutes > 60) {
      range = "time zone offset minute";
    }
    if (seconds > 60) {
      range = "time zone offset second";
    }
    offset = (hours * 60 + minutes) * 60 + seconds;
    if (text.charAt(0) == '-') {
      offset = -offset;
    }
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    return signed && hours >= 0 && minutes >= 0 && seconds >= 0;
  }

  private static int two(String text, int at) {
    return new Cursor(text.substring(at, at + 2)).number(2, true);
  }

  boolean name() {
    if (in.peek(0) == 'U' && in.peek(1) == 'T' && in.peek(2) == 'C') {
      in.take(3);
      utc = true;
      return true;
    }
    int length = nameLength();
    var text = length == 0 ? null : in.take(length);
    if (text == null) {
      return false;
    }
    name = text;
    return true;
  }

  private int nameLength() {
    if (in.left() < 3) {
      return 0;
    }
    var start = in.rest();
    if (start.startsWith("ChST") || start.startsWith("MeST")) {
      return 4;
    }
    if (start.startsWith("GMT")) {
      return 3 + signedLength(start.substring(3));
    }
    if (start.startsWith("+") || start.startsWith("-")) {
      return signedLength(start);
    }
    int capitals = 0;
    while (capitals <= MOST_CAPITALS && in.peek(capitals) >= 'A' && in.peek(capitals) <= 'Z') {
      capitals++;
    }
    return switch (capitals) {
      case 3 -> 3;
      case 4 -> start.charAt(3) == 'T' || start.startsWith("WITA") ? 4 : 0;
      case 5 -> start.charAt(4) == 'T' ? 5 : 0;
      default -> 0;
    };
  }

  private static int signedLength(String text) {
    if (!text.startsWith("+") && !text.startsWith("-")) {
      return 0;
    }
    int end = 1;
    long value = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      value = Math.min(value * 10 + text.charAt(end) - '0', Integer.MAX_VALUE);
      end++;
    }
    return end == 1 || value > LARGEST_GMT ? 0 : end;
  }

  /**
   * The time that clocks in this zone show so.
   *
   * @param seconds since 1970, as if it were in UTC
   */
  GoTime resolve(long seconds, int nanos, GoZone local) {
    if (utc) {
      return new GoTime(seconds, nanos, GoZone.UTC, local);
    }
    if (offset != NO_OFFSET) {
      long then = seconds - offset;
      boolean isLocal =
          local.offsetAt(then) == offset && (name.isEmpty() || name.equals(local.nameAt(then)));
      return new GoTime(then, nanos, isLocal ? local : GoZone.fixed(name, offset), local);
    }
    if (name.isEmpty()) {
      return GoTime.ofLocal(seconds, nanos, local, local);
    }
    var known = local.offsetOf(name, seconds);
    if (known.isPresent()) {
      return new GoTime(seconds - known.getAsInt(), nanos, local, local);
    }
    boolean gmt = name.length() > 3 && name.startsWith("GMT");
    // The clock's reading stays: such a name tells how to write it, not what it means.
    int shown = gmt ? Cursor.decimal(name.substring(3)) * 3600 : 0;
    return new GoTime(seconds, nanos, GoZone.fixed(name, shown), local);
  }
}
