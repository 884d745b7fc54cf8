package io.burgee.sandbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"a\":1}; {\"a\":2}; {\"a\":2}",
        "{\"a\":1}; {\"b\":2}; {\"a\":1,\"b\":2}",
        "{\"a\":1,\"b\":2}; {\"a\":null}; {\"b\":2}",
        "{\"a\":[1,2]}; {\"a\":[3]}; {\"a\":[3]}",
        "{\"a\":{\"b\":1}}; {\"a\":{\"c\":null,\"d\":{\"e\":null}}}; {\"a\":{\"b\":1,\"d\":{}}}",
        "{\"a\":[1]}; {\"a\":{\"b\":1}}; {\"a\":{\"b\":1}}",
        "{\"a\":1}; [1]; [1]",
        "[1]; {\"a\":null,\"b\":1}; {\"b\":1}",
      })
  void nullRemovesObjectsMergeTheRestReplaces(String document, String patch, String result)
      throws JsonProcessingException {
    var before = JSON.readTree(document);
    assertThat(MergePatch.apply(before, JSON.readTree(patch))).isEqualTo(JSON.readTree(result));
    assertThat(before).isEqualTo(JSON.readTree(document));
  }
}
