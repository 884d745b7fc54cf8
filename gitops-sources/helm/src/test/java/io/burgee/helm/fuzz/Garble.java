package io.burgee.helm.fuzz;

import io.burgee.helm.chart.ChartException;
import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.corpus.Ours;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Gives the parser garbled templates and the archive reader garbled archives: {@code Garble
 * templates|archives SEED COUNT}. Whatever they are, the answer is an outcome or one of the errors
 * that are told; anything else ends this with the seed.
 */
public final class Garble {
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{{-",
    "-}}",
    "(",
    ")",
    "|",
    "\"",
    "`",
    "'",
    "$",
    ".",
    ":=",
    "=",
    "if ",
    "else",
    "end",
    "range ",
    "with ",
    "define \"x\"",
    "template \"x\"",
    "block \"x\" .",
    "break",
    "/*",
    "*/",
    "\\",
    "\n",
    "0x",
    "1e",
    "nil",
    "true",
    "\u0000",
    "\u00e9",
    "\ud83d\ude00",
    ",",
    "$x ",
  };

  private Garble() {}

  public static void main(String[] args) throws IOException {
    boolean archives = args[0].equals("archives");
    long seed = Long.parseLong(args[1]);
    int count = Integer.parseInt(args[2]);
    int good = 0;
    long slowest = 0;
    PrintStream out = System.out;
    out.printf("seeds %d to %d%n", seed, seed + count - 1);
    for (long each = seed; each < seed + count; each++) {
      long start = System.nanoTime();
      try {
        good += (archives ? archive(new Dice(each)) : template(new Dice(each))) ? 1 : 0;
      } catch (RuntimeException | Error e) {
        throw new IllegalStateException("seed " + each, e);
      }
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    var runtime = Runtime.getRuntime();
    out.printf(
        "%d %s, %d of them good, the slowest took %d ms, %d MB in use at the end%n",
        count,
        args[0],
        good,
        slowest / 1_000_000,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static boolean template(Dice dice) {
    var text = new StringBuilder(Pipelines.template(dice.below(1_000_000)));
    for (int i = dice.between(1, 6); i > 0; i--) {
      int at = dice.below(text.length() + 1);
      switch (dice.below(3)) {
        case 0 -> text.insert(at, dice.of(PIECES));
        case 1 -> text.delete(at, Math.min(text.length(), at + dice.between(1, 5)));
        default -> text.insert(at, text.substring(dice.below(at + 1), at));
      }
    }
    return Ours.evaluate(text.toString(), new LinkedHashMap<>()).ok();
  }

  private static boolean archive(Dice dice) throws IOException {
    var tar = tar(dice);
    garble(tar, dice, 4);
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar);
    }
    var bytes = packed.toByteArray();
    garble(bytes, dice, dice.percent(30) ? 2 : 0);
    try {
      ChartLoader.archive(new ByteArrayInputStream(bytes));
      return true;
    } catch (ChartException e) {
      return false;
    }
  }

  private static byte[] tar(Dice dice) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      put(tar, "c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
      for (int i = dice.below(4); i > 0; i--) {
        var name =
            dice.of("c/", "c/templates/", "c/../", "/", "c/charts/s/", "c/charts/", "")
                + dice.of("a", "x.tgz", "values.yaml", "..", "Chart.yaml", "n".repeat(300));
        put(tar, name, dice.of("a: 1\n", "{{", "", "a: [", "\u001f\u008b\b"));
      }
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, String text) throws IOException {
    var data = text.getBytes(StandardCharsets.ISO_8859_1);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(data.length);
    tar.putArchiveEntry(entry);
    tar.write(data);
    tar.closeArchiveEntry();
  }

  private static void garble(byte[] bytes, Dice dice, int most) {
    for (int i = dice.below(most + 1); i > 0; i--) {
      bytes[dice.below(bytes.length)] = (byte) dice.below(256);
    }
  }
}
