package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.resource.Gvk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the table of places that is a resource file; its head says how it is written. */
final class DefaultSpecs {
  private static final String TABLE = "defaults.txt";
  private static final String REFERENCE = "nameReference ";

  static final TransformerConfig CONFIG = new DefaultSpecs().read();

  private final Map<String, List<FieldSpec>> sections = new LinkedHashMap<>();

  private DefaultSpecs() {}

  private TransformerConfig read() {
    List<FieldSpec> section = List.of();
    for (var line : text().lines().toList()) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (line.startsWith("+") || line.startsWith("-")) {
        addLine(line, section);
      }
    }
    return config();
  }

  private static void addLine(String line, List<FieldSpec> section) {
    int colon = line.indexOf(": ");
    String path = line.substring(2, colon);
    for (var kind : line.substring(colon + 2).split(" ", -1)) {
      section.add(new FieldSpec(gvk(kind), path, line.charAt(0) == '+'));
    }
  }

  private static Gvk gvk(String text) {
    int beforeKind = text.lastIndexOf('/');
    String kind = text.substring(beforeKind + 1);
    if (beforeKind < 0) {
      return new Gvk("", "", anyAsEmpty(kind));
    }
    int beforeVersion = text.lastIndexOf('/', beforeKind - 1);
    return new Gvk(
        anyAsEmpty(text.substring(0, beforeVersion)),
        anyAsEmpty(text.substring(beforeVersion + 1, beforeKind)),
        kind);
  }

  private static String anyAsEmpty(String text) {
    return text.equals("*") ? "" : text;
  }

  private TransformerConfig config() {
    var references = new ArrayList<NameReference>();
    sections.forEach(
        (name, specs) -> {
          if (name.startsWith(REFERENCE)) {
            references.add(new NameReference(gvk(name.substring(REFERENCE.length())), specs));
          }
        });
    return new TransformerConfig(
            section("namePrefix"),
            section("nameSuffix"),
            section("namespace"),
            section("commonLabels"),
            List.of(),
            section("templateLabels"),
            section("commonAnnotations"),
            references,
            section("varReference"),
            section("images"),
            section("replicas"))
        .sorted();
  }

  private List<FieldSpec> section(String name) {
    return Objects.requireNonNull(sections.get(name), name);
  }

  private static String text() {
    try (var in = Objects.requireNonNull(DefaultSpecs.class.getResourceAsStream(TABLE), TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
