package io.burgee.kustomize.replace;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.ReplacementSpec;
import io.burgee.kustomize.file.ReplacementSpec.FieldOptions;
import io.burgee.kustomize.file.ReplacementSpec.Source;
import io.burgee.kustomize.path.FieldPath;
import io.burgee.kustomize.path.Getter;
import io.burgee.kustomize.path.PathException;
import io.burgee.kustomize.path.Slot;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gets the value that a replacement copies. */
final class Sources {
  static final String DEFAULT_PATH = "metadata.name";

  private Sources() {}

  /** Where the value stands: what is written to the source itself, later targets see. */
  static Slot value(ReplacementSpec replacement, Resources resources) {
    var source = replacement.source();
    var constant = replacement.sourceValue();
    if (source == null) {
      return new Slot.OfRoot(ScalarNode.plain(constant == null ? "" : constant));
    }
    if (constant != null) {
      throw new BuildException("value and resource selectors are mutually exclusive");
    }
    return value(source, select(source, resources));
  }

  private static Slot value(Source source, Resource resource) {
    var path = source.fieldPath().isEmpty() ? DEFAULT_PATH : source.fieldPath();
    @Nullable Slot found;
    try {
      found = Getter.get(new Slot.OfRoot(resource.node()), FieldPath.parts(path));
    } catch (PathException e) {
      throw new BuildException("error looking up replacement source: " + e.getMessage(), e);
    }
    if (found == null || isEmpty(found.get())) {
      throw new BuildException(
          "fieldPath `%s` is missing for replacement source %s".formatted(path, id(source)));
    }
    return refined(found, source.options());
  }

  private static boolean isEmpty(Node node) {
    return node.isNull()
        || (node instanceof MappingNode mapping && mapping.isEmpty())
        || (node instanceof SequenceNode list && list.items().isEmpty());
  }

  private static Slot refined(Slot value, @Nullable FieldOptions options) {
    if (options == null || options.delimiter().isEmpty()) {
      return value;
    }
    if (!(value.get() instanceof ScalarNode scalar)) {
      throw new BuildException("delimiter option can only be used with scalar nodes");
    }
    var parts = split(scalar.text(), options.delimiter());
    if (options.index() < 0 || options.index() >= parts.size()) {
      throw new BuildException(
          "options.index %d is out of bounds for value %s"
              .formatted(options.index(), scalar.text()));
    }
    var part = scalar.copy();
    part.text(parts.get(options.index()));
    return new Slot.OfRoot(part);
  }

  static List<String> split(String text, String delimiter) {
    return List.of(text.split(Pattern.quote(delimiter), -1));
  }

  /** The one resource that is or was called so. */
  private static Resource select(Source source, Resources resources) {
    Resource found = null;
    for (var resource : resources) {
      resources.budget().work();
      if (resource.anyIds().stream().anyMatch(id -> isMeant(source, id))) {
        if (found != null) {
          throw new BuildException("multiple matches for selector " + text(source));
        }
        found = resource;
      }
    }
    if (found == null) {
      throw new BuildException("nothing selected by " + text(source));
    }
    return found;
  }

  private static boolean isMeant(Source source, ResourceId id) {
    return id.gvk().isSelectedBy(gvk(source))
        && (source.name().isEmpty() || source.name().equals(id.name()))
        && (source.namespace().isEmpty()
            || id(source).effectiveNamespace().equals(id.effectiveNamespace()));
  }

  private static Gvk gvk(Source source) {
    return new Gvk(source.group(), source.version(), source.kind());
  }

  private static ResourceId id(Source source) {
    return new ResourceId(gvk(source), source.name(), source.namespace(), false);
  }

  private static String text(Source source) {
    var text = new StringBuilder(id(source).toString());
    if (!source.fieldPath().isEmpty()) {
      text.append(':').append(source.fieldPath());
    }
    var options = source.options();
    if (options != null && (!options.delimiter().isEmpty() || options.create())) {
      text.append(
          ":%s(%d), create=%s".formatted(options.delimiter(), options.index(), options.create()));
    }
    return text.toString();
  }
}
