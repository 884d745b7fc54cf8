package io.burgee.sandbox.traffic;

/** Who sends a request; an insider carries whatever headers or cookies an A/B test looks for. */
record User(boolean insider) {}
