package io.burgee.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTemplateTest {
  private static final Bindings BINDINGS =
      new Bindings(
          "c", "ns", "tgt", "svc", "ing", "rt", "30s", Map.of("method", "GET", "q", "{{ x }}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a|a",
        "{{ name }}.{{ namespace }}|c.ns",
        "{{name}} {{\ttarget }}|c tgt",
        "{{ service }}/{{ ingress }}/{{ route }}[{{ interval }}]|svc/ing/rt[30s]",
        "m=\"{{ variables.method }}\"|m=\"GET\"",
        "{{ variables.q }}|{{ x }}", // a value isn't a template
        "a {{- name }} b|ac b",
        "a {{ name -}} b|a cb",
        "a {{- name -}} b|acb",
        "a{{/* why */}}b|ab",
        "a {{- /* }} */ -}} b|ab",
        "{ }} a|{ }} a",
      })
  void fillsIn(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{ if name }}                  | \"if\" is not supported",
        "{{ end }}                      | \"end\" is not supported",
        "{{ .Name }}                    | \".Name\" is not supported",
        "{{ printf \"%s\" name }}       | a function or expression ({{ printf \"%s\" name }})",
        "{{ variables }}                | \"variables\" is not supported",
        "{{ variables.a-b }}            | is not supported",
        "{{ }}                          | an empty action is not supported",
        "{{-name}}                      | is not supported",
        "{{ name                        | line 1: the action is not closed",
        "{{/* name }}                   | line 1: the action is not closed",
      })
  void whatIsNotSupportedIsNamed(String template, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueryTemplate.parse(template))
        .withMessageContaining(message);
  }

  @Test
  void pipelinesAreNotSupported() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueryTemplate.parse("up\n{{ name | urlquery }}"))
        .withMessageStartingWith(
            "query template line 2: a pipeline ({{ name | urlquery }}) is not supported;");
  }

  @Test
  void aMissingVariableIsAnError() {
    var template = QueryTemplate.parse("{{ variables.path }}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template.render(BINDINGS))
        .withMessage("no template variable path, given are: method, q");
  }

  private static String render(String template) {
    return QueryTemplate.parse(template).render(BINDINGS);
  }
}
