package io.burgee.kustomize.generate;

import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.GeneratorOptions;
import io.burgee.kustomize.file.GeneratorSpec;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a ConfigMap: what is text goes to {@code data}, what isn't to {@code binaryData}. */
public final class ConfigMapGenerator implements Generator {
  private final GeneratorSpec spec;
  private final GeneratorOptions options;
  private final Files files;
  private final Schema schema;

  /**
   * A generator for one entry of the kustomization file.
   *
   * @param common the file's {@code generatorOptions}; the entry's own win
   */
  public ConfigMapGenerator(
      GeneratorSpec spec, @Nullable GeneratorOptions common, Files files, Schema schema) {
    this.spec = spec;
    this.options = Options.merge(spec.options(), common);
    this.files = files;
    this.schema = schema;
  }

  @Override
  public List<Resource> generate() {
    var node = Frame.of("ConfigMap", spec);
    for (var pair : KeyValues.load(spec, files)) {
      var text = text(pair.value());
      if (text != null) {
        Frame.put(section(node, "data"), pair.key(), text);
      } else {
        Frame.put(section(node, "binaryData"), pair.key(), Base64Lines.encode(pair.value()));
      }
    }
    return List.of(Frame.finish(node, spec, options, schema));
  }

  private static MappingNode section(MappingNode node, String name) {
    if (node.get(name) instanceof MappingNode there) {
      return there;
    }
    var section = new MappingNode();
    node.put(name, section);
    return section;
  }

  private static @Nullable String text(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
