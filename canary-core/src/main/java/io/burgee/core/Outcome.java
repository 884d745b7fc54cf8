package io.burgee.core;

/** How the last run ended; what a Canary at rest shows. */
public enum Outcome {
  INITIALIZED(Phase.INITIALIZED),
  SUCCEEDED(Phase.SUCCEEDED),
  FAILED(Phase.FAILED);

  private final Phase phase;

  Outcome(Phase phase) {
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }
}
