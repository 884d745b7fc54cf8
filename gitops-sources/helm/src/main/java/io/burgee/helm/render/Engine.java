package io.burgee.helm.render;

import io.burgee.helm.function.FunctionTable;
import io.burgee.helm.function.Functions;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.template.ExecException;
import io.burgee.helm.template.Executor;
import io.burgee.helm.template.MissingKey;
import io.burgee.helm.template.ParseException;
import io.burgee.helm.template.Templates;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.format.GoQuote;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Executes a chart's templates, with the functions that need the render itself. */
final class Engine {
  /** What {@code tpl} gives its text as a name, and errors show. */
  private static final String ROOT = "gotpl";

  private static final String NO_VALUE = "<no value>";
  private static final int MOST_INCLUDES = 1_000;
  private static final Set<String> OWN = Set.of("include", "tpl", "required", "fail", "lookup");

  private final FunctionTable functions;
  private final Lookup lookup;
  private final Meter meter;
  private final Map<String, Integer> included = new HashMap<>();
  private final Map<String, GoFunction> common = new HashMap<>();

  Engine(FunctionTable functions, Lookup lookup, Meter meter) {
    this.functions = functions;
    this.lookup = lookup;
    this.meter = meter;
    add("required", List.of(GoType.STRING, GoType.ANY), Engine::required);
    add(
        "fail",
        List.of(GoType.STRING),
        a -> {
          throw new ChartFailure(a.string(0));
        });
    add(
        "lookup",
        List.of(GoType.STRING, GoType.STRING, GoType.STRING, GoType.STRING),
        this::lookup);
  }

  private void add(String name, List<GoType> takes, GoFunction.Body body) {
    common.put(name, new GoFunction(name, takes, null, body));
  }

  /** Whether a template may call that: the same for every render. */
  static Predicate<String> names() {
    return name -> OWN.contains(name) || Functions.NAMES.contains(name);
  }

  /** What each page gives, by its name; partial ones aren't rendered. */
  Map<String, String> render(List<Page> pages, Templates templates) {
    var rendered = new LinkedHashMap<String, String>();
    var scope = new Scope(templates);
    for (var page : pages) {
      if (!page.isPartial()) {
        page.data().put("Template", template(page));
        rendered.put(page.name(), scope.run(page.name(), new ValuesMap(page.data())));
      }
    }
    return rendered;
  }

  private static ValuesMap template(Page page) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("Name", page.name());
    map.put("BasePath", page.basePath());
    return new ValuesMap(map);
  }

  private static @Nullable Object required(Arguments a) {
    if (a.any(1) == null || "".equals(a.any(1))) {
      throw new ChartFailure(a.string(0));
    }
    return a.any(1);
  }

  private Object lookup(Arguments a) {
    return lookup.get(a.string(0), a.string(1), a.string(2), a.string(3));
  }

  /** A set of templates and the functions that see it; {@code tpl} makes one of its own. */
  private final class Scope {
    private final Templates templates;
    private final Executor executor;
    private final GoFunction include =
        new GoFunction("include", List.of(GoType.STRING, GoType.ANY), null, this::include);
    private final GoFunction tpl =
        new GoFunction("tpl", List.of(GoType.STRING, GoType.ANY), null, this::tpl);

    Scope(Templates templates) {
      this.templates = templates;
      this.executor = new Executor(templates, this::function, meter, MissingKey.ZERO);
    }

    private @Nullable GoFunction function(String name) {
      return switch (name) {
        case "include" -> include;
        case "tpl" -> tpl;
        default -> {
          var function = common.get(name);
          yield function != null ? function : functions.get(name);
        }
      };
    }

    String run(String name, @Nullable Object data) {
      var out = new StringBuilder();
      executor.execute(name, data, out);
      return withoutNoValue(out);
    }

    private String include(Arguments a) {
      var name = a.string(0);
      int times = included.getOrDefault(name, 0);
      if (times > MOST_INCLUDES) {
        throw new GoException(
            "rendering template has a nested reference name: "
                + name
                + ": unable to execute template");
      }
      if (!templates.has(name)) {
        throw new GoException(
            "template: no template "
                + GoQuote.quote(name)
                + " associated with template "
                + GoQuote.quote(ROOT));
      }
      included.put(name, times + 1);
      var out = new StringBuilder();
      executor.execute(name, a.any(1), out);
      included.put(name, times);
      return out.toString();
    }

    private String tpl(Arguments a) {
      var text = a.string(0);
      if (text.indexOf("{{") < 0) {
        return text.replace(NO_VALUE, "");
      }
      Templates extended;
      try {
        extended = templates.parseOver(ROOT, text, names());
      } catch (ParseException e) {
        throw new GoException(
            "cannot parse template " + GoQuote.quote(text) + ": " + e.getMessage(), e);
      }
      try {
        return new Scope(extended).run(ROOT, a.any(1));
      } catch (ExecException e) {
        throw new GoException(
            "error during tpl function execution for "
                + GoQuote.quote(text)
                + ": "
                + e.getMessage(),
            e);
      }
    }
  }

  private static String withoutNoValue(StringBuilder out) {
    return out.indexOf(NO_VALUE) < 0 ? out.toString() : out.toString().replace(NO_VALUE, "");
  }
}
