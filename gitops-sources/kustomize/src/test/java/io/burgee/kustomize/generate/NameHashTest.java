package io.burgee.kustomize.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.kustomize.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are recorded from the real tool. */
class NameHashTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ConfigMap | data: {color: blue, size: "10"}                            | f2dkdd458f
          ConfigMap | {}                                                         | 6ct58987ht
          ConfigMap | data: {page: "<b>&\\"q\\"</b>"}                            | k628dmb84k
          ConfigMap | binaryData: {b.dat: //4A}                                  | 54gcmd8fgt
          Secret | data: {user: YWRtaW4=, password: czNjcjN0}, type: Opaque      | 8c9hh2fh6f
          Secret | data: {tls.crt: Q0VSVAo=}, type: kubernetes.io/tls            | fmg4gfch7t
          """)
  void hashesAreThoseOfTheRealTool(String kind, String content, String hash) {
    assertThat(NameHash.of(Sample.resource(object(kind, content)).node())).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ConfigMap | data: {b: x, a: y}        | {"data":{"a":"y","b":"x"},"kind":"ConfigMap","name":""}
          ConfigMap | data: text                | {"data":"text","kind":"ConfigMap","name":""}
          ConfigMap | data: [text]              | {"data":null,"kind":"ConfigMap","name":""}
          ConfigMap | binaryData: {}            | {"binaryData":{},"data":"","kind":"ConfigMap","name":""}
          ConfigMap | binaryData: text          | {"data":"","kind":"ConfigMap","name":""}
          Secret | stringData: {a: b}           | {"data":"","kind":"Secret","name":"","stringData":{"a":"b"},"type":""}
          Secret | type: t, data: {}            | {"data":{},"kind":"Secret","name":"","type":"t"}
          """)
  void onlyTheContentIsHashed(String kind, String content, String hashed) {
    assertThat(NameHash.content(Sample.resource(object(kind, content)).node())).isEqualTo(hashed);
  }

  @Test
  void nameLabelsAndOtherFieldsDoNotCount() {
    var plain = Sample.resource(object("ConfigMap", "data: {a: b}"));
    var other =
        Sample.resource(
            """
            {apiVersion: v1, kind: ConfigMap, immutable: true, data: {a: b},
             metadata: {name: other, namespace: ns, labels: {l: m}}}
            """);
    assertThat(NameHash.of(other.node())).isEqualTo(NameHash.of(plain.node()));
  }

  @Test
  void otherKindsAreHashedAsAWhole() {
    var one = Sample.resource("{apiVersion: v1, kind: Thing, metadata: {name: a}}");
    var other = Sample.resource("{apiVersion: v1, kind: Thing, metadata: {name: b}}");
    assertThat(NameHash.of(one.node())).hasSize(10).isNotEqualTo(NameHash.of(other.node()));
  }

  private static String object(String kind, String content) {
    var fields = content.equals("{}") ? "" : ", " + content;
    return "{apiVersion: v1, kind: " + kind + ", metadata: {name: a}" + fields + "}";
  }
}
