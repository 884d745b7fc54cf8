package io.burgee.yaml;

/** A place where a key may have started that only its colon will tell. */
final class SimpleKey {
  final int number;
  final int at;
  final int line;
  final int column;

  /** Whether nothing but a key can stand here. */
  final boolean required;

  boolean possible = true;

  SimpleKey(int number, Cursor cursor, boolean required) {
    this.number = number;
    this.at = cursor.at;
    this.line = cursor.line;
    this.column = cursor.column();
    this.required = required;
  }
}
