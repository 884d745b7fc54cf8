package io.burgee.mesh;

/** What a Canary may need of its mesh. The text is how messages to users call it. */
public enum Feature {
  WEIGHTS("Progressive traffic"),
  MATCH("A/B testing"),
  MIRROR("Traffic mirroring"),
  TCP("TCP routing");

  private final String text;

  Feature(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
