package io.burgee.core;

/** Flagger's phases, as people and scripts read them in {@code status.phase}. */
public enum Phase {
  INITIALIZING("Initializing"),
  INITIALIZED("Initialized"),
  PROGRESSING("Progressing"),
  PROMOTING("Promoting"),
  FINALISING("Finalising"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** As written in the status. */
  public String text() {
    return text;
  }
}
