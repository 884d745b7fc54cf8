package io.burgee.helm;

import static io.burgee.helm.HostileChart.CHART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.chart.ChartException;
import io.burgee.helm.chart.ChartLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives and folders that want more than their chart. */
@Timeout(60)
class HostileArchivesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"h/../../etc/passwd", "h//etc/passwd", "h/../Chart.yaml", "h/C:/x", "Chart.yaml"})
  void archivesWithPathsOutOfTheChartAreRefused(String path) throws IOException {
    var archive = archive(Map.of("h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8)), path);
    assertThatThrownBy(() -> ChartLoader.archive(new ByteArrayInputStream(archive)))
        .isInstanceOf(ChartException.class);
  }

  @Test
  void aLinkInAnArchiveIsNeverFollowed() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      put(tar, "h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
      var link = new TarArchiveEntry("h/secret.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    var chart = ChartLoader.archive(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(chart.files())
        .allSatisfy(file -> assertThat(new String(file.data(), StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void aLinkThatLeadsOutOfAFolderIsRefused(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    var chart = Files.createDirectories(folder.resolve("chart/templates")).getParent();
    Files.writeString(chart.resolve("Chart.yaml"), CHART);
    Files.createSymbolicLink(chart.resolve("inner.yaml"), Path.of("Chart.yaml"));
    assertThat(ChartLoader.folder(chart).files()).extracting("name").contains("inner.yaml");

    Files.createSymbolicLink(chart.resolve("outer.txt"), secret);
    assertThatThrownBy(() -> ChartLoader.folder(chart))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("outer.txt");
  }

  @Test
  void archivesInArchivesShareOneLimit() throws IOException {
    var part =
        archive(
            Map.of(
                "s/Chart.yaml",
                CHART.getBytes(StandardCharsets.UTF_8),
                "s/a",
                new byte[4 << 20],
                "s/b",
                new byte[4 << 20]),
            "s/x");
    var files = new LinkedHashMap<String, byte[]>();
    files.put("h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 20; i++) {
      files.put("h/charts/s" + i + ".tgz", part);
    }
    var whole = archive(files, "h/x");
    assertThatThrownBy(() -> ChartLoader.archive(new ByteArrayInputStream(whole)))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("larger than the maximum size");
  }

  @Test
  void anArchiveThatUnpacksToMuchIsRefused() throws IOException {
    var zeros = new byte[6 << 20];
    var archive =
        archive(
            Map.of("h/Chart.yaml", CHART.getBytes(StandardCharsets.UTF_8), "h/big", zeros), "h/x");
    assertThat(archive.length).isLessThan(100_000);
    assertThatThrownBy(() -> ChartLoader.archive(new ByteArrayInputStream(archive)))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("larger than the maximum file size");
  }

  private static byte[] archive(Map<String, byte[]> files, String more) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (var file : files.entrySet()) {
        put(tar, file.getKey(), file.getValue());
      }
      put(tar, more, new byte[] {'x'});
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] data) throws IOException {
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(data.length);
    tar.putArchiveEntry(entry);
    tar.write(data);
    tar.closeArchiveEntry();
  }
}
