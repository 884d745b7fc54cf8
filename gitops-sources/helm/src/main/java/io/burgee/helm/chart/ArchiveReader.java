package io.burgee.helm.chart;

import io.burgee.helm.value.format.GoQuote;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a chart's archive, which comes from a stranger. */
final class ArchiveReader {
  private static final Pattern DRIVE = Pattern.compile("^[a-zA-Z]:/.*");

  private ArchiveReader() {}

  static Map<String, byte[]> read(InputStream in, LoadBudget budget) {
    var files = new LinkedHashMap<String, byte[]>();
    try (var tar = new TarArchiveInputStream(new GZIPInputStream(in), "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
          continue;
        }
        var name = name(entry.getName());
        var data = data(tar, entry, budget.bytes());
        budget.take(data.length);
        files.put(name, ChartLimits.withoutByteOrderMark(data));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ChartException("not a chart archive: " + e.getMessage(), e);
    }
    if (files.isEmpty()) {
      throw new ChartException("no files in chart archive");
    }
    return files;
  }

  private static byte[] data(TarArchiveInputStream tar, TarArchiveEntry entry, long remaining)
      throws IOException {
    if (entry.getSize() > remaining) {
      throw LoadBudget.tooLarge();
    }
    if (entry.getSize() > ChartLimits.FILE_BYTES) {
      throw new ChartException(
          "decompressed chart file "
              + GoQuote.quote(entry.getName())
              + " is larger than the maximum file size "
              + ChartLimits.FILE_BYTES);
    }
    int most = (int) Math.min(remaining, ChartLimits.FILE_BYTES);
    byte[] data = tar.readNBytes(most + 1);
    if (data.length > most || data.length < (entry.isFile() ? entry.getSize() : 0)) {
      throw LoadBudget.tooLarge();
    }
    return data;
  }

  /** The path in the chart: without the folder that everything is in. */
  private static String name(String path) {
    var slashes = path.indexOf('\\') >= 0 ? path.replace('\\', '/') : path;
    int slash = slashes.indexOf('/');
    var first = slash < 0 ? slashes : slashes.substring(0, slash);
    var rest = slash < 0 ? "" : slashes.substring(slash + 1);
    if (rest.startsWith("/")) {
      throw new ChartException("chart illegally contains absolute paths");
    }
    var clean = clean(rest);
    if (clean.isEmpty()) {
      throw new ChartException(
          "chart illegally contains content outside the base directory: " + GoQuote.quote(path));
    }
    if (clean.startsWith("..")) {
      throw new ChartException("chart illegally references parent directory");
    }
    if (DRIVE.matcher(clean).matches()) {
      throw new ChartException("chart contains illegally named files");
    }
    if (first.equals("Chart.yaml")) {
      throw new ChartException("chart yaml not in base directory");
    }
    return clean;
  }

  private static String clean(String path) {
    var parts = new ArrayDeque<String>();
    for (var part : List.of(path.split("/", -1))) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
