package io.burgee.helm.chart;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes charts of their files. */
public final class ChartLoader {
  private static final String SUBCHARTS = "charts/";

  /** Archives in archives; each counts towards the limits of the one it is in. */
  private static final int DEEPEST = 20;

  private ChartLoader() {}

  /**
   * The chart that is a folder. Links are followed, but not out of it.
   *
   * @throws ChartException if it is no chart, or larger than Helm allows
   */
  public static Chart folder(Path folder) {
    return whole(FolderReader.read(folder), new LoadBudget());
  }

  /**
   * The chart that is an archive, which is read to its end.
   *
   * @throws ChartException if it is no chart, is larger than Helm allows, or names files outside of
   *     it
   */
  public static Chart archive(InputStream in) {
    var budget = new LoadBudget();
    return whole(ArchiveReader.read(in, budget), budget);
  }

  /** A folder or an archive. */
  public static Chart path(Path path) throws IOException {
    if (java.nio.file.Files.isDirectory(path)) {
      return folder(path);
    }
    try (var in = java.nio.file.Files.newInputStream(path)) {
      return archive(in);
    }
  }

  /** The chart that these are, by their paths in it. */
  public static Chart files(Map<String, byte[]> files) {
    return whole(files, new LoadBudget());
  }

  private static Chart whole(Map<String, byte[]> files, LoadBudget budget) {
    var chart = files(files, 0, budget);
    var version = chart.metadata().apiVersion();
    if (!version.equals("v1") && !version.equals("v2")) {
      throw new ChartException(
          version.equals("v3") ? "invalid chart apiVersion" : "unsupported chart version");
    }
    return chart;
  }

  private static Chart files(Map<String, byte[]> files, int depth, LoadBudget budget) {
    if (depth > DEEPEST) {
      throw new ChartException("more than " + DEEPEST + " charts in each other");
    }
    if (!files.containsKey("Chart.yaml")) {
      throw new ChartException("Chart.yaml file is missing");
    }
    var parts = new Parts(files);
    MetadataReader.validate(parts.metadata);
    return new Chart(
        parts.metadata,
        parts.lock,
        List.copyOf(parts.templates),
        parts.values,
        parts.schema,
        List.copyOf(parts.files),
        files.entrySet().stream()
            .filter(file -> !file.getKey().startsWith(SUBCHARTS))
            .map(file -> new ChartFile(file.getKey(), file.getValue()))
            .toList(),
        subcharts(parts, depth + 1, budget),
        depth == 0 ? digest(files) : "");
  }

  /** The files of one chart by what they are for. */
  private static final class Parts {
    final Map<String, Map<String, byte[]>> subcharts = new TreeMap<>(GoStrings.ORDER);
    final List<ChartFile> templates = new ArrayList<>();
    final List<ChartFile> files = new ArrayList<>();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    @Nullable Map<String, @Nullable Object> lock;
    @Nullable ChartFile schema;
    Metadata metadata;

    Parts(Map<String, byte[]> all) {
      metadata = named("Chart.yaml", () -> MetadataReader.read(text(all, "Chart.yaml")));
      all.forEach((name, data) -> add(all, name, data));
    }

    private void add(Map<String, byte[]> all, String name, byte[] data) {
      var file = new ChartFile(name, data);
      boolean first = metadata.apiVersion().equals("v1");
      switch (name) {
        case "Chart.yaml" -> {}
        case "values.schema.json" -> schema = file;
        case "Chart.lock" -> lock = named(name, () -> MetadataReader.lock(text(all, name)));
        case "values.yaml" -> values = named(name, () -> ValuesReader.read(text(all, name)));
        case "requirements.yaml" -> {
          metadata = named(name, () -> MetadataReader.withRequirements(metadata, text(all, name)));
          if (first) {
            files.add(file);
          }
        }
        case "requirements.lock" -> {
          lock = named(name, () -> MetadataReader.lock(text(all, name)));
          if (first) {
            files.add(file);
          }
        }
        default -> addOther(file);
      }
    }

    private void addOther(ChartFile file) {
      var name = file.name();
      if (name.startsWith("templates/")) {
        templates.add(file);
      } else if (name.startsWith(SUBCHARTS) && !name.endsWith(".prov")) {
        var inner = name.substring(SUBCHARTS.length());
        int slash = inner.indexOf('/');
        var chart = slash < 0 ? inner : inner.substring(0, slash);
        subcharts.computeIfAbsent(chart, key -> new LinkedHashMap<>()).put(inner, file.data());
      } else {
        files.add(file);
      }
    }

    private static <T> T named(String file, java.util.function.Supplier<T> read) {
      try {
        return read.get();
      } catch (GoException e) {
        var message = String.valueOf(e.getMessage());
        throw new ChartException(
            message.startsWith("validation: ") ? message : "cannot load " + file + ": " + message,
            e);
      }
    }

    private static String text(Map<String, byte[]> all, String name) {
      return GoStrings.decode(all.getOrDefault(name, new byte[0]));
    }
  }

  private static List<Chart> subcharts(Parts parts, int depth, LoadBudget budget) {
    var charts = new ArrayList<Chart>();
    parts.subcharts.forEach(
        (name, files) -> {
          if (name.startsWith("_") || name.startsWith(".")) {
            return;
          }
          var parent = parts.metadata.name();
          try {
            charts.add(subchart(name, files, parent, depth, budget));
          } catch (ChartException e) {
            throw new ChartException(
                "error unpacking subchart " + name + " in " + parent + ": " + e.getMessage(), e);
          }
        });
    return List.copyOf(charts);
  }

  private static Chart subchart(
      String name, Map<String, byte[]> files, String parent, int depth, LoadBudget budget) {
    if (name.endsWith(".tgz")) {
      var archive = files.get(name);
      if (archive == null) {
        throw new ChartException(
            "error unpacking subchart tar in " + parent + ": expected " + name + ", got another");
      }
      return files(ArchiveReader.read(new ByteArrayInputStream(archive), budget), depth, budget);
    }
    var inner = new LinkedHashMap<String, byte[]>();
    files.forEach(
        (path, data) -> {
          int slash = path.indexOf('/');
          if (slash >= 0) {
            inner.put(path.substring(slash + 1), data);
          }
        });
    return files(inner, depth, budget);
  }

  private static String digest(Map<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var names = new ArrayList<>(files.keySet());
      Collections.sort(names);
      for (var name : names) {
        var data = files.getOrDefault(name, new byte[0]);
        digest.update(GoStrings.encode(name + "\0" + data.length + "\0"));
        digest.update(data);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
