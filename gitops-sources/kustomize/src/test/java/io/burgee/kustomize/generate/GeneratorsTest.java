package io.burgee.kustomize.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.GeneratorOptions;
import io.burgee.kustomize.file.GeneratorSpec;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resource.Behavior;
import io.burgee.kustomize.schema.BuiltInSchema;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorsTest {
  private static final String KEY = "data";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=b         | {"a":"b"}
          a=          | {"a":""}
          a=b=c       | {"a":"b=c"}
          a="b"       | {"a":"b"}
          a='b'       | {"a":"b"}
          a="b'       | {"a":"\\"b'"}
          a="         | {"a":"\\""}
          a=""        | {"a":""}
          a b= c      | {"a b":" c"}
          """)
  void literalsAreSplitAtTheFirstEquals(String literal, String data) {
    assertThat(json(configMap(List.of(literal), List.of(), List.of()).node().get(KEY)))
        .isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          novalue | invalid literal source novalue, expected key=value
          =b      | invalid literal source =b, expected key=value
          """)
  void literalsWithoutKeyOrEqualsAreRefused(String literal, String problem) {
    assertThatThrownBy(() -> configMap(List.of("x=y", literal), List.of(), List.of()))
        .isInstanceOf(BuildException.class)
        .hasMessage("loading KV pairs: literal sources [x=y " + literal + "]: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          f.txt         | {"f.txt":"<f.txt>"}
          d/f.txt       | {"f.txt":"<d/f.txt>"}
          d/f/          | {"f":"<d/f/>"}
          k=d/f.txt     | {"k":"<d/f.txt>"}
          /             | {"/":"</>"}
          """)
  void filesAreNamedByTheirBaseOrAKey(String source, String data) {
    assertThat(
            json(configMap(List.of(), List.of(source), List.of()).node().get(KEY))
                .replace("\\u003c", "<")
                .replace("\\u003e", ">"))
        .isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=b=c | source "a=b=c" key name or file path contains '='
          =b    | missing key name for file path "b" in source "=b"
          a=    | missing file path for key name "a" in source "a="
          """)
  void fileSourcesHaveAtMostOneEqualsBetweenTwoParts(String source, String problem) {
    assertThatThrownBy(() -> configMap(List.of(), List.of(source), List.of()))
        .hasMessage("loading KV pairs: file sources: [" + source + "]: " + problem);
  }

  @Test
  void keysAreGivenOnceAcrossAllSources() {
    assertThatThrownBy(() -> configMap(List.of("f=x"), List.of("f"), List.of()))
        .hasMessage("configmap c illegally repeats the key `f`");
  }

  @Test
  void envFilesAreReadLineByLine() {
    var lines = "A=1\r\n \t B = 2 \n\n#no\n  # no\nC\n=no\nD==\n\u00a0E=\u00a0";
    assertThat(json(configMap(List.of(), List.of(), List.of(lines)).node().get(KEY)))
        .isEqualTo("{\"A\":\"1\",\"B \":\" 2 \",\"C\":\"\",\"D\":\"=\",\"E\":\"\u00a0\"}");
  }

  @Test
  void onlyTheFirstByteOrderMarkIsDropped() {
    assertThat(
            json(configMap(List.of(), List.of(), List.of("\ufeffA=1\n\ufeffB=2")).node().get(KEY)))
        .isEqualTo("{\"A\":\"1\",\"\ufeffB\":\"2\"}");
  }

  @Test
  void aLineTooLongForGoEndsTheFile() {
    var fits = "A=" + "x".repeat(65533);
    assertThat(data(configMap(List.of(), List.of(), List.of(fits + "\nB=2")))).isEqualTo(2);
    assertThat(data(configMap(List.of(), List.of(), List.of(fits + "x\nB=2")))).isZero();
    assertThat(data(configMap(List.of(), List.of(), List.of("B=2\n" + fits + "x")))).isOne();
  }

  @Test
  void envFilesAreUtf8() {
    assertThatThrownBy(
            () ->
                generate(
                    spec("c", "", List.of(), List.of(), List.of("e"), null),
                    new byte[] {'A', '=', '1', '\n', 'x', (byte) 0xff}))
        .hasMessageContaining("line [120 255] has invalid utf8 bytes : x");
  }

  @Test
  void whatIsNotTextIsBinary() {
    var made =
        generate(
            spec("c", "", List.of("a=b"), List.of("f"), List.of(), null),
            new byte[] {(byte) 0xff, 0});
    assertThat(json(made.node().get("binaryData"))).isEqualTo("{\"f\":\"/wA=\"}");
    assertThat(json(made.node().get(KEY))).isEqualTo("{\"a\":\"b\"}");
  }

  @Test
  void longBase64HasLinesOfSeventy() {
    assertThat(Base64Lines.encode(new byte[51])).hasSize(68).doesNotContain("\n");
    assertThat(Base64Lines.encode(new byte[52])).hasSize(74).endsWith("==\n");
    assertThat(Base64Lines.encode(new byte[52]).lines()).hasSize(2);
    assertThat(Base64Lines.encode(new byte[105]).lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).hasSize(70));
  }

  @Test
  void secretsAreOpaqueAndAlwaysHaveData() {
    var secret =
        new SecretGenerator(
                spec("s", "", List.of(), List.of(), List.of(), null),
                null,
                files(new byte[0]),
                BuiltInSchema.get())
            .generate()
            .getFirst();
    assertThat(json(secret.node()))
        .isEqualTo(
            "{\"apiVersion\":\"v1\",\"data\":{},\"kind\":\"Secret\",\"metadata\":{\"name\":\"s\"},"
                + "\"type\":\"Opaque\"}");
  }

  @Test
  void aNameIsNeeded() {
    assertThatThrownBy(
            () -> generate(spec("", "", List.of(), List.of(), List.of(), null), new byte[0]))
        .hasMessage("a configmap must have a name");
  }

  @ParameterizedTest
  @CsvSource({"create,CREATE", "merge,MERGE", "replace,REPLACE", "'',UNSPECIFIED", "x,UNSPECIFIED"})
  void behaviorsAreWords(String word, Behavior behavior) {
    var made = generate(spec("c", word, List.of(), List.of(), List.of(), null), new byte[0]);
    assertThat(made.behavior()).isEqualTo(behavior);
  }

  @Test
  void ownOptionsWinAndSwitchesAddUp() {
    var own = new GeneratorOptions(Map.of("a", "own", "b", "own"), Map.of(), false, true);
    var common =
        new GeneratorOptions(Map.of("a", "all", "c", "all"), Map.of("d", "e"), true, false);
    var made =
        new ConfigMapGenerator(
                spec("c", "", List.of(), List.of(), List.of(), own),
                common,
                files(new byte[0]),
                BuiltInSchema.get())
            .generate()
            .getFirst();
    assertThat(json(made.node().get("metadata")))
        .isEqualTo(
            "{\"annotations\":{\"d\":\"e\"},\"labels\":{\"a\":\"own\",\"b\":\"own\",\"c\":\"all\"},"
                + "\"name\":\"c\"}");
    assertThat(json(made.node().get("immutable"))).isEqualTo("true");
    assertThat(made.needsHash()).isFalse();
  }

  @Test
  void withoutOptionsThereIsAHash() {
    assertThat(configMap(List.of(), List.of(), List.of()).needsHash()).isTrue();
  }

  private static int data(Resource made) {
    return made.node().get(KEY) instanceof MappingNode data ? data.size() : 0;
  }

  private static Resource configMap(List<String> literals, List<String> paths, List<String> envs) {
    var env = envs.isEmpty() ? "" : envs.getFirst();
    var names = envs.isEmpty() ? List.<String>of() : List.of("env");
    return generate(spec("c", "", literals, paths, names, null), env.getBytes(UTF_8));
  }

  private static Resource generate(GeneratorSpec spec, byte[] content) {
    return new ConfigMapGenerator(spec, null, files(content), BuiltInSchema.get())
        .generate()
        .getFirst();
  }

  private static GeneratorSpec spec(
      String name,
      String behavior,
      List<String> literals,
      List<String> paths,
      List<String> envs,
      @Nullable GeneratorOptions options) {
    return new GeneratorSpec(name, "", behavior, literals, paths, envs, "", options);
  }

  /** Every file holds its own path, unless there is something else to hold. */
  private static Files files(byte[] content) {
    return new Files() {
      @Override
      public byte[] bytes(String path) {
        return content.length == 0 ? ("<" + path + ">").getBytes(UTF_8) : content;
      }

      @Override
      public String text(String path) {
        return new String(bytes(path), UTF_8);
      }
    };
  }

  private static String json(@Nullable Node node) {
    return node == null ? "" : JsonWriter.compact(node);
  }
}
