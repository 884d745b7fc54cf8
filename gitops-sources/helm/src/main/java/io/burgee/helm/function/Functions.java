package io.burgee.helm.function;

/** All functions that a chart may call, but those that need the render itself. */
public final class Functions {
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
