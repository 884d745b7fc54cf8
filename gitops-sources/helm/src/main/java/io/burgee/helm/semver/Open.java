package io.burgee.helm.semver;

/** From which part on a version of a constraint may be anything. */
enum Open {
  NONE,
  MAJOR,
  MINOR,
  PATCH
}
