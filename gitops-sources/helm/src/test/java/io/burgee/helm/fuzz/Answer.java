package io.burgee.helm.fuzz;

/** What came of a template or chart: the output, or the error's text. */
record Answer(boolean ok, String text) {}
