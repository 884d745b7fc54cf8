package io.burgee.yaml;

/** What a scalar's text means, by the rules of the dialect it was read with. */
public enum Tag {
  STRING,
  INT,
  FLOAT,
  BOOL,
  NULL,
  TIMESTAMP,
  BINARY
}
