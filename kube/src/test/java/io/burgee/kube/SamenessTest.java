package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamenessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1,"added":2}                    | {"a":1}
          {"a":{"b":1,"added":2}}              | {"a":{"b":1}}
          {"limits":{"cpu":"1"}}               | {"limits":{"cpu":"1000m"}}
          {"requests":{"memory":"1Gi"}}        | {"requests":{"memory":"1024Mi"}}
          {"averageValue":"500m"}              | {"averageValue":"0.5"}
          {"targetPort":80}                    | {"targetPort":"80"}
          {"weight":1}                         | {"weight":1.0}
          {}                                   | {"labels":{}}
          {}                                   | {"items":[]}
          {}                                   | {"items":null,"text":"","flag":false}
          {"l":[{"n":1,"added":2}]}            | {"l":[{"n":1}]}
          {"ownerReferences":[{"uid":"x"},{"uid":"y"}]} | {"ownerReferences":[{"uid":"y"}]}
          """)
  void isCovered(String live, String wanted) {
    assertThat(Sameness.covers(FakeApi.tree(live), FakeApi.tree(wanted))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                   | {"a":1}
          {"a":1}                              | {"a":2}
          {"a":1}                              | {"a":{"b":1}}
          {"label":"1"}                        | {"label":"1000m"}
          {"l":[1,2]}                          | {"l":[1]}
          {"l":[2,1]}                          | {"l":[1,2]}
          {"l":[1]}                            | {"l":[]}
          {"configMap":{"name":"x"}}           | {"emptyDir":{}}
          {"replicas":1}                       | {"replicas":0}
          {}                                   | {"replicas":0}
          {"text":"x"}                         | {"text":""}
          {"flag":true}                        | {"flag":false}
          {"ownerReferences":[{"uid":"x"}]}    | {"ownerReferences":[{"uid":"y"}]}
          """)
  void isNotCovered(String live, String wanted) {
    assertThat(Sameness.covers(FakeApi.tree(live), FakeApi.tree(wanted))).isFalse();
  }
}
