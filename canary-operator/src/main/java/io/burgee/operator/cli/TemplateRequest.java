package io.burgee.operator.cli;

import java.util.List;

/**
 * A chart on this computer, and how to render it.
 *
 * @param chart a folder or an archive
 * @param kubeVersion empty for the one that Helm takes for given
 */
record TemplateRequest(
    String name,
    String namespace,
    String chart,
    Values values,
    String kubeVersion,
    List<String> apiVersions,
    boolean includeCrds,
    boolean upgrade,
    boolean skipSchema) {
  /** A release's name if none is given. */
  static final String NAME = "release-name";

  /** As flags give them; those of later lists win. */
  record Values(
      List<String> files,
      List<String> json,
      List<String> set,
      List<String> setString,
      List<String> setFile,
      List<String> literal) {}
}
