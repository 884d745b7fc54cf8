package io.burgee.helm.chart;

import io.burgee.helm.value.GoStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a folder that are part of a chart. */
final class FolderReader {
  /** Links may lead in circles. */
  private static final int DEEPEST = 100;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final IgnoreRules rules;
  private final Path root;
  private long bytes;

  private FolderReader(IgnoreRules rules, Path root) {
    this.rules = rules;
    this.root = root;
  }

  static Map<String, byte[]> read(Path folder) {
    try {
      var ignore = folder.resolve(".helmignore");
      var text =
          Files.isRegularFile(ignore, LinkOption.NOFOLLOW_LINKS)
                  && Files.size(ignore) <= ChartLimits.FILE_BYTES
              ? GoStrings.decode(ChartLimits.withoutByteOrderMark(Files.readAllBytes(ignore)))
              : "";
      var reader = new FolderReader(IgnoreRules.parse(text), folder.toRealPath());
      reader.walk(folder, "", 0);
      return reader.files;
    } catch (IOException e) {
      throw new ChartException(String.valueOf(e.getMessage()), e);
    }
  }

  private void walk(Path folder, String prefix, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new ChartException("folders are more than " + DEEPEST + " deep: " + prefix);
    }
    try (var entries = Files.list(folder)) {
      for (var entry : entries.sorted().toList()) {
        var name = prefix + entry.getFileName();
        boolean directory = Files.isDirectory(entry);
        if (rules.ignores(name, directory)) {
          continue;
        }
        if (Files.isSymbolicLink(entry)) {
          requireInside(entry, name);
        }
        if (directory) {
          walk(entry, name + "/", depth + 1);
        } else {
          file(entry, name);
        }
      }
    }
  }

  private void requireInside(Path link, String name) throws IOException {
    try {
      if (!link.toRealPath().startsWith(root)) {
        throw new ChartException("a link leads out of the chart: " + name);
      }
    } catch (NoSuchFileException e) {
      throw new ChartException("a link leads nowhere: " + name, e);
    }
  }

  private void file(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ChartException(
          "cannot load irregular file " + name + " as it has file mode type bits set");
    }
    long size = Files.size(file);
    if (size > ChartLimits.FILE_BYTES) {
      throw new ChartException(
          "chart file \""
              + file.getFileName()
              + "\" is larger than the maximum file size "
              + ChartLimits.FILE_BYTES);
    }
    bytes += size;
    if (bytes > ChartLimits.CHART_BYTES || files.size() >= ChartLimits.FILES) {
      throw new ChartException("chart is larger than the maximum size " + ChartLimits.CHART_BYTES);
    }
    files.put(name, ChartLimits.withoutByteOrderMark(Files.readAllBytes(file)));
  }
}
