package io.burgee.testsupport;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Assertions;

/**
 * Compares with files under {@code src/test/resources} of the module under test. With {@code
 * -Dgolden.update=true} it writes them instead; what changed is for a reviewer to judge.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src", "test", "resources");

  private Golden() {}

  /** The objects in the order given, as one file of YAML documents. */
  public static void assertYaml(Collection<? extends HasMetadata> objects, String file) {
    assertText(objects.stream().map(Serialization::asYaml).collect(joining()), file);
  }

  public static void assertText(String actual, String file) {
    var path = ROOT.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, actual);
      }
      Assertions.assertTrue(
          Files.exists(path), () -> "no " + path + ": -Dgolden.update=true writes it");
      Assertions.assertEquals(Files.readString(path), actual, () -> "differs from " + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
