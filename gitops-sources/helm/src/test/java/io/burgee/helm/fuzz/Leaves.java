package io.burgee.helm.fuzz;

import java.util.List;
import java.util.Map;

/** Constants and values that random pipelines begin with, by the letters of functions.txt. */
final class Leaves {
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"a\"",
          "\"some text\"",
          "\"Hello, World!\"",
          "\"  blanks \"",
          "\"UPPER lower\"",
          "\"camelCaseWord\"",
          "\"snake_case_word\"",
          "\"kebab-case-word\"",
          "\"a,b,,c\"",
          "\"line one\\nline two\\n\"",
          "\"Größe ≤ 3\"",
          "\"日本語\"",
          "\"true\"",
          "\"12\"",
          "\"-3.5\"",
          "\"0x1F\"",
          "\"007\"",
          "\"1e3\"",
          "\"null\"",
          "\"~\"",
          "\"y\"",
          "\"a: b\"",
          "\"# no comment\"",
          "\"'single'\"",
          "\"<b>&amp;</b>\"",
          "\"tab\\there\"",
          "\"$HOME/${x}\"",
          "\"%d %s\"",
          "\"aaa\"",
          "\".\"",
          "\"/\"",
          "`raw \"quoted\"`",
          ".Values.text",
          ".Values.empty",
          ".Values.word",
          ".Values.umlaut",
          ".Values.lines",
          ".Values.version",
          ".Values.image.tag",
          ".Release.Name",
          ".Chart.Name");
  private static final List<String> WHOLE =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "5",
          "7",
          "10",
          "63",
          "-1",
          "-5",
          "100",
          "0x10",
          "1_000",
          "'a'",
          "2147483648",
          ".Values.number",
          ".Values.zero",
          ".Values.negative",
          "(len .Values.list)");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "2.5",
          "0.1",
          "-0.5",
          "1e3",
          "1e21",
          "1e-7",
          "3.14159",
          "100",
          ".Values.real",
          ".Values.big",
          ".Values.huge",
          ".Values.number",
          ".Values.negative",
          "123456789.125");
  private static final List<String> TRUTHS = List.of("true", "false", ".Values.yes", ".Values.no");
  private static final List<String> LISTS =
      List.of(
          ".Values.list",
          ".Values.words",
          ".Values.numbers",
          ".Values.nested",
          ".Values.emptyList",
          ".Values.ports",
          "(list)",
          "(list 1 2 3)",
          "(list \"b\" \"a\" \"c\" \"a\")",
          "(list 1 \"a\" nil true)",
          "(until 4)",
          "(splitList \",\" \"x,y,z\")",
          "(list 1.5 2 \"\")");
  private static final List<String> MAPS =
      List.of(
          ".Values.map",
          ".Values.keys",
          ".Values.image",
          ".Values.labels",
          ".Values.emptyMap",
          "(dict)",
          "(dict \"a\" 1 \"b\" \"two\")",
          "(dict \"a\" (dict \"x\" 1) \"c\" (list 1 2))",
          ".Values.map.c",
          "(dict \"n\" nil \"e\" \"\")");
  private static final Map<Character, List<String>> SPECIAL =
      Map.ofEntries(
          Map.entry(
              'R',
              List.of(
                  "\"[a-z]+\"",
                  "\"a\"",
                  "\"\"",
                  "\"(l+)(.)\"",
                  "\"^\\\\w+\"",
                  "\"\\\\d\"",
                  "\"[A-Z]\"",
                  "\"x*\"",
                  "\"(?i)HELLO\"",
                  "\"\\\\s+\"",
                  "\"[\"",
                  "\"a{2,3}\"",
                  "\".\"",
                  "\"(?P<n>e)\"",
                  "\",\"",
                  "\"$\"")),
          Map.entry(
              'V',
              List.of(
                  "\"1.2.3\"",
                  "\"v1.30.2\"",
                  "\"1.2\"",
                  "\"1.2.3-alpha.1\"",
                  "\"2.0.0+build\"",
                  "\"0.0.1\"",
                  "\"1.x\"",
                  "\"\"",
                  "\"1.21.0-gke.5\"",
                  ".Values.version",
                  ".Capabilities.KubeVersion.Version")),
          Map.entry(
              'C',
              List.of(
                  "\">=1.2.0\"",
                  "\"^1.2\"",
                  "\"~1.2.3\"",
                  "\">= 1.19-0\"",
                  "\"1.x || >=2.0.0-0\"",
                  "\"*\"",
                  "\"!=1.2.3\"",
                  "\"1.2 - 1.4\"",
                  "\"<2\"",
                  "\"=1.2.3\"",
                  "\">1.0, <3\"",
                  "\"bad\"",
                  "\">=1.2.3-0\"",
                  "\"~>1.2\"",
                  "\"^0.0.1\"")),
          Map.entry(
              'P',
              List.of(
                  "\"/a/b/c.txt\"",
                  "\"a/../b//c\"",
                  "\"\"",
                  "\".\"",
                  "\"/\"",
                  "\"file.tar.gz\"",
                  "\"../x\"",
                  "\"a/b/\"",
                  "\"./.hidden\"")),
          Map.entry(
              'U',
              List.of(
                  ".Values.url",
                  "\"http://example.com\"",
                  "\"/path?x=1\"",
                  "\"mailto:a@b.c\"",
                  "\"\"",
                  "\"https://a b\"",
                  "\"ftp://u@h:21/p%20q#f\"")),
          Map.entry(
              'D',
              List.of(
                  "\"2006-01-02\"",
                  "\"15:04:05\"",
                  "\"Mon Jan _2 2006\"",
                  "\"02/01/06 03:04PM MST\"",
                  "\"2006-01-02T15:04:05Z07:00\"",
                  "\"Monday January .000\"",
                  "\"x\"")),
          Map.entry(
              'Q', List.of("0", "1", "2", "3", "5", "8", "12", "-1", ".Values.zero", "(int 4)")),
          Map.entry('O', List.of("0", "1700000000", "86399", "1000000000")),
          Map.entry(
              'K',
              List.of(
                  "\"a\"", "\"b\"", "\"c\"", "\"x\"", "\"app\"", "\"tag\"", "\"missing\"", "\"\"")),
          Map.entry(
              'J',
              List.of(
                  ".Values.json",
                  "`{\"a\":[1,2.5,null],\"b\":{\"c\":\"<&>\"}}`",
                  "\"[1,\\\"x\\\",true]\"",
                  "\"3\"",
                  "\"\"",
                  "\"{\"",
                  "\"null\"",
                  "`\"text\"`",
                  "\"[1,]\"",
                  "\"{\\\"a\\\":1}x\"")),
          Map.entry(
              'Y',
              List.of(
                  ".Values.yaml",
                  "\"a: 1\\nb:\\n- x\\n- 2.50\\n\"",
                  "\"[1, a, yes, 0x1F, 1e3, ~]\"",
                  "\"\"",
                  "\"a\"",
                  "\"a: b: c\"",
                  "\"- 1\\n- {k: v}\\n\"",
                  "\"on: off\\ny: 012\\n\"",
                  "\"a: &x 1\\nb: *x\\n\"",
                  "\"d: 2024-01-02\\nn: null\\nq: 'it''s'\\n\"",
                  "\"x: |\\n  multi\\n  line\\n\"")),
          Map.entry(
              'F',
              List.of(
                  "\"%v\"",
                  "\"%s\"",
                  "\"%d\"",
                  "\"%q\"",
                  "\"%5.2f|\"",
                  "\"%-8s|\"",
                  "\"%08.3f\"",
                  "\"%x\"",
                  "\"%T\"",
                  "\"%+v\"",
                  "\"%#v\"",
                  "\"%t\"",
                  "\"%e\"",
                  "\"%g\"",
                  "\"%c\"",
                  "\"%U\"",
                  "\"%o\"",
                  "\"%b\"",
                  "\"%%\"",
                  "\"%s-%s\"",
                  "\"%[2]v %[1]v\"",
                  "\"%5d|%-5d|\"",
                  "\"%+d\"",
                  "\"% x\"",
                  "\"%z\"",
                  "\"%.3s\"",
                  "\"%6.2v|\"")),
          Map.entry(
              'E',
              List.of(
                  "\"aGVsbG8=\"", "\"!!!\"", "\"\"", "\"/+8=\"", "\"NBSWY3DP\"", "\"aGVsbG8\"")));

  private Leaves() {}

  static String leaf(char type, Dice dice) {
    return switch (type) {
      case 'S' -> dice.of(TEXTS);
      case 'I' -> dice.of(WHOLE);
      case 'N' -> dice.percent(70) ? dice.of(NUMBERS) : dice.of(WHOLE);
      case 'B' -> dice.of(TRUTHS);
      case 'L', 'T' -> dice.of(LISTS);
      case 'M' -> dice.of(MAPS);
      case 'A' ->
          dice.percent(8)
              ? dice.of("nil", ".Values.missing", "(index .Values.list 3)")
              : leaf(dice.of('S', 'S', 'I', 'N', 'B', 'L', 'M'), dice);
      default -> dice.of(SPECIAL.getOrDefault(type, TEXTS));
    };
  }
}
