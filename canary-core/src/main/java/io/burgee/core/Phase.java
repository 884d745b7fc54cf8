package io.burgee.core;

/** Flagger's phases, as people and scripts read them in {@code status.phase}. */
public enum Phase {
  INITIALIZING("Initializing"),
  INITIALIZED("Initialized"),
  WAITING("Waiting"),
  PROGRESSING("Progressing"),
  WAITING_PROMOTION("WaitingPromotion"),
  PROMOTING("Promoting"),
  FINALISING("Finalising"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed"),
  TERMINATING("Terminating");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** As written in the status. */
  public String text() {
    return text;
  }
}
