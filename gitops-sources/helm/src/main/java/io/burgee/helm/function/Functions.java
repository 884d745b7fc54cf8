package io.burgee.helm.function;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.SplittableRandom;

/** All functions that a chart may call, but those that need the render itself. */
public final class Functions {
  /** The names of all, whatever their environment is. */
  public static final Set<String> NAMES =
      all(new Environment(Clock.systemUTC(), new SplittableRandom(0), new SecureRandom())).names();

  private Functions() {}

  public static FunctionTable all(Environment environment) {
    var table = new FunctionTable();
    StringFunctions.addTo(table);
    LogicFunctions.addTo(table);
    ListFunctions.addTo(table);
    DictFunctions.addTo(table);
    ReflectFunctions.addTo(table);
    PathFunctions.addTo(table);
    EncodingFunctions.addTo(table);
    JsonFunctions.addTo(table);
    YamlFunctions.addTo(table);
    ConversionFunctions.addTo(table);
    MathFunctions.addTo(table);
    RegexFunctions.addTo(table);
    UrlFunctions.addTo(table);
    SemverFunctions.addTo(table);
    NetworkFunctions.addTo(table);
    RandomFunctions.addTo(table, environment.random());
    DateFunctions.addTo(table, environment.clock());
    CryptoFunctions.addTo(table, environment.secrets(), environment.clock());
    TomlFunctions.addTo(table);
    return table;
  }
}
