package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.INT;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What is another one at every render. */
final class RandomFunctions {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String ASCII = ascii();

  private RandomFunctions() {}

  static void addTo(FunctionTable table, RandomGenerator random) {
    addText(table, random, "randAlpha", LETTERS);
    addText(table, random, "randNumeric", DIGITS);
    addText(table, random, "randAlphaNum", LETTERS + DIGITS);
    addText(table, random, "randAscii", ASCII);
    table.add("randInt", List.of(INT, INT), a -> between(random, a.integer(0), a.integer(1)));
    table.add("randBytes", List.of(INT), a -> bytes(random, a.integer(0), a.meter()));
    table.add("uuidv4", List.of(), a -> uuid(random));
    table.add("shuffle", List.of(STRING), a -> shuffled(random, a.string(0), a.meter()));
  }

  private static void addText(
      FunctionTable table, RandomGenerator random, String name, String characters) {
    table.add(name, List.of(INT), a -> text(random, characters, a.integer(0), a.meter()));
  }

  private static String ascii() {
    var out = new StringBuilder();
    for (char c = ' '; c < 0x7f; c++) {
      out.append(c);
    }
    return out.toString();
  }

  private static String text(RandomGenerator random, String characters, long count, Meter meter) {
    if (count <= 0) {
      return "";
    }
    meter.string(count);
    meter.steps(count);
    var out = new StringBuilder((int) count);
    for (int i = 0; i < count; i++) {
      out.append(characters.charAt(random.nextInt(characters.length())));
    }
    return out.toString();
  }

  private static Long between(RandomGenerator random, long from, long to) {
    if (to - from <= 0) {
      throw new GoException("invalid argument to Intn");
    }
    return from + random.nextLong(to - from);
  }

  private static String bytes(RandomGenerator random, long count, Meter meter) {
    if (count < 0) {
      throw new GoException("runtime error: makeslice: len out of range");
    }
    meter.string(count / 3 * 4 + 4);
    meter.steps(count);
    var bytes = new byte[(int) count];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return String.format(
        Locale.ROOT,
        "%08x-%04x-%04x-%04x-%012x",
        high >>> 32,
        high >>> 16 & 0xFFFF,
        high & 0xFFFF,
        low >>> 48,
        low & 0xFFFF_FFFF_FFFFL);
  }

  private static String shuffled(RandomGenerator random, String text, Meter meter) {
    meter.steps(text.length());
    int[] points = text.codePoints().toArray();
    for (int i = points.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int point = points[i];
      points[i] = points[other];
      points[other] = point;
    }
    return new String(points, 0, points.length);
  }
}
