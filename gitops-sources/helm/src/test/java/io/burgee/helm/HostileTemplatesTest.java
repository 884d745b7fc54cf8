package io.burgee.helm;

import static io.burgee.helm.HostileChart.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.RenderLimits;
import io.burgee.helm.render.RenderException;
import io.burgee.helm.render.RenderOptions;
import io.burgee.helm.render.Rendered;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that want to take the process down: each ends with an error, and soon. */
@Timeout(60)
class HostileTemplatesTest {
  private static final Class<?>[] REFUSALS = {LimitException.class, RenderException.class};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ $d }}",
        "{{ $d | toYaml }}",
        "{{ $d | toJson }}",
        "{{ $d | toPrettyJson }}",
        "{{ $d | toRawJson }}",
        "{{ dict \"a\" $d | toToml }}",
        "{{ print $d }}",
        "{{ println 1 $d }}",
        "{{ printf \"%v\" $d }}",
        "{{ printf \"%q\" $d }}",
        "{{ printf \"%#v\" $d }}",
        "{{ printf \"%x\" $d }}",
        "{{ quote $d }}",
        "{{ squote $d }}",
        "{{ cat $d }}",
        "{{ toString $d }}",
        "{{ join \",\" $d }}",
        "{{ toStrings $d | len }}",
        "{{ sortAlpha (list $d $d) | len }}",
        "{{ html $d }}",
        "{{ js $d }}",
        "{{ urlquery $d }}",
        "{{ deepCopy $d | len }}",
        "{{ toDecimal $d }}",
        "{{ eq $d 1 }}",
        "{{ fail (toString $d) }}",
      })
  void valuesThatMultiplyAreNotPrinted(String use) {
    for (var twice : new String[] {"dict \"a\" $d \"b\" $d", "list $d $d"}) {
      var template =
          "{{ $d := list 1 }}{{ range until 64 }}{{ $d = " + twice + " }}{{ end }}" + use;
      assertThatThrownBy(() -> render(template)).isInstanceOfAny(REFUSALS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ print $s $s $s }}",
        "{{ println $s $s $s }}",
        "{{ printf \"%s%s%s\" $s $s $s }}",
        "{{ cat $s $s $s }}",
        "{{ quote $s $s $s }}",
        "{{ squote $s $s $s }}",
        "{{ html $s $s $s }}",
        "{{ list $s $s $s | join \"\" }}",
        "{{ list $s $s $s | toJson }}",
        "{{ list $s $s $s | toYaml }}",
        "{{ list $s $s $s | toString }}",
        "{{ regexReplaceAll \"(.*)\" $s \"$1$1$1\" }}",
        "{{ wrapWith 1 $s \"a b c d e f\" }}",
      })
  void aStringIsNotMadeOfMoreThanItMayHave(String use) {
    assertTooLong("{{ $s := repeat 8000000 \"x\" }}" + use);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ html $s }}",
        "{{ js $s }}",
        "{{ urlquery $s }}",
        "{{ urlParse $s }}",
        "{{ urlJoin (dict \"path\" $s) }}",
        "{{ printf \"%q\" $s }}",
        "{{ printf \"% #x\" $s }}",
        "{{ toJson $s }}",
        "{{ toToml (dict $s $s) }}",
        "{{ mustToDate $s \"x\" }}",
        "{{ durationRound $s }}",
        "{{ include $s . }}",
        "{{ genCA $s 1 }}",
        "{{ genSelfSignedCert \"x\" (list) (list $s) 1 }}",
      })
  void aStringIsNotWrittenLongerThanItMayBe(String use) {
    assertTooLong("{{ $s := repeat 4000000 \"<\\x01\" }}" + use);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ include \"x\" (dict \"n\" (add1 .n) \"long\" \"LONG\") }}",
        "{{ tpl \"{{ include `x` . }}\" (dict \"n\" (add1 .n) \"long\" \"LONG\") }}",
      })
  void errorsInErrorsDoNotGrow(String call) {
    var template =
        "{{ define \"x\" }}{{ if lt .n 900 }}"
            + call.replace("LONG", "x".repeat(200_000))
            + "{{ else }}{{ index \"\" 1 2 }}{{ end }}{{ end }}{{ include \"x\" (dict \"n\" 0) }}";
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(RenderException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100_000))
        .hasMessageContaining("error calling index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "splitList \",\" (repeat 900000 \"x,\")",
        "split \",\" (repeat 900000 \"x,\")",
        "fromJsonArray (printf \"[%s1]\" (repeat 2000000 \"{},\"))",
        "fromJsonArray (printf \"[%s1]\" (repeat 4000000 \"1,\"))",
        "fromYamlArray (repeat 500000 \"- {}\\n\")",
        "regexFindAll \"(((((x)))))\" (repeat 900000 \"x\") -1",
        "until 900000",
        "repeat 16000000 \"x\"",
      })
  void whatIsKeptIsCounted(String made) {
    var template =
        "{{ $l := list }}{{ range until 100 }}{{ $l = append $l (" + made + ") }}{{ end }}";
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("bytes of values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ tpl .Values.self . }}",
        "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}",
        "{{ define \"a\" }}{{ if true }}{{ with . }}{{ template \"a\" $ }}{{ end }}{{ end }}{{ end }}{{ template \"a\" . }}",
        "{{ range until 2000000000 }}{{ end }}",
        "{{ range 2000000000 }}{{ end }}",
        "{{ untilStep 0 2000000000 1 | len }}",
        "{{ seq 1 2000000000 | len }}",
        "{{ repeat 1000000000 \"x\" | len }}",
        "{{ repeat 1000000 \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" | len }}",
        "{{ indent 100000000 \"x\" }}",
        "{{ $s := repeat 4000 \"a\" }}{{ replace \"a\" (repeat 100000 \"b\") $s | len }}",
        "{{ $s := \"xxxxxxxxxxxxxxxx\" }}{{ range until 64 }}{{ $s = print $s $s }}{{ end }}",
        "{{ $l := list 1 }}{{ range until 64 }}{{ $l = concat $l $l }}{{ end }}",
        "{{ $d := dict }}{{ range $i := until 100000 }}{{ $_ := set $d (toString $i) (repeat 100000 \"y\") }}{{ end }}",
        "{{ range $i := until 1000000 }}{{ range $j := until 1000000 }}{{ end }}{{ end }}",
        "{{ range until 100000 }}{{ repeat 10000 \"z\" }}{{ end }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ $d }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ merge (dict \"d\" (dict)) $d $d | len }}{{ deepCopy $d }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ toToml $d }}",
        "{{ printf \"%999999999d\" 1 }}",
        "{{ $l := until 100000 }}{{ range until 1000 }}{{ $x := uniq $l }}{{ end }}",
        "{{ join (repeat 1000000 \",\") (until 100000) | len }}"
      })
  void whatAsksForTooMuchMeetsItsLimit(String template) {
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(LimitException.class)
        .hasMessageMatching("(?s)limit exceeded: .*");
  }

  @Test
  void aBreachNamesItsPlace() {
    assertThatThrownBy(() -> render("first\n  {{ repeat 1000000000 \"x\" }}"))
        .hasMessageContaining("h/templates/NOTES.txt:2:");
  }

  @Test
  void includesInEachOtherEndAsInHelm() {
    assertThatThrownBy(
            () -> render("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("rendering template has a nested reference name: a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toYaml", "toJson", "toPrettyJson"})
  void aDictThatContainsItselfHasNoText(String function) {
    assertThatThrownBy(
            () ->
                render(
                    "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ "
                        + function
                        + " $d }}{{ fail \"went on\" }}"))
        .hasMessageContaining("went on");
  }

  @Test
  void aMillionParenthesesAreNoTemplate() {
    var open = "(".repeat(1_000_000);
    assertThatThrownBy(() -> render("{{ " + open + "1 }}"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("max expression depth exceeded");
  }

  @Test
  void manyBlocksInEachOtherAreNoTemplate() {
    var open = "{{ if true }}".repeat(200_000);
    assertThatThrownBy(() -> render(open))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("max expression depth exceeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ regexMatch \"^(a+)+$\" (repeat 100000 \"a\" | printf \"%sb\") }}",
        "{{ regexMatch \"(.*)*x\" (repeat 10000 \"a\") }}"
      })
  void regularExpressionsTakeLinearTime(String template) {
    assertThat(render(template).notes()).isEqualTo("false");
  }

  @Test
  void aRegularExpressionWithRepeatsInRepeatsIsRefused() {
    assertThatThrownBy(() -> render("{{ mustRegexMatch \"((a{1000}){1000}){1000}\" \"a\" }}"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("expression too large");
  }

  @Test
  void aRenderEndsAtItsDeadline() {
    var limits =
        new RenderLimits(
            Long.MAX_VALUE, 2_000, 32 << 20, 16 << 20, 1_000_000, 128 << 20, Duration.ofMillis(50));
    var loop = "{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}";
    assertThatThrownBy(() -> render(loop, OPTIONS.limits(limits)))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("longer than 50 ms");
  }

  @Test
  void aRenderEndsWhenItIsCancelled() {
    var asked = new AtomicInteger();
    var loop = "{{ range until 1000000 }}{{ end }}";
    assertThatThrownBy(() -> render(loop, OPTIONS.cancelled(() -> asked.incrementAndGet() > 3)))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("cancelled");
  }

  private static void assertTooLong(String template) {
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining(RenderLimits.LONGEST_STRING + " characters in a string");
  }

  private static Rendered render(String template) {
    return render(template, OPTIONS);
  }

  private static Rendered render(String template, RenderOptions options) {
    return HostileChart.named()
        .with("values.yaml", "self: '{{ tpl .Values.self . }}'\n")
        .with("templates/NOTES.txt", template)
        .render(options);
  }
}
