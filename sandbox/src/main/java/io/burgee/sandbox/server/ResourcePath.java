package io.burgee.sandbox.server;

import java.util.List;
import java.util.Optional;

/** A path below {@code /api/v1} or {@code /apis/GROUP/VERSION}, taken apart. */
record ResourcePath(
    String group,
    String version,
    String namespace,
    String plural,
    String name,
    String subresource) {

  /** Empty when the path names no resource, as those of discovery. */
  static Optional<ResourcePath> parse(List<String> path) {
    if (path.size() > 2 && path.getFirst().equals("api")) {
      return Optional.of(of("", path.get(1), path.subList(2, path.size())));
    }
    if (path.size() > 3 && path.getFirst().equals("apis")) {
      return Optional.of(of(path.get(1), path.get(2), path.subList(3, path.size())));
    }
    return Optional.empty();
  }

  Target target(Catalog catalog) {
    var endpoint = catalog.endpoint(group, version, plural).orElseThrow(Failures::noSuchResource);
    return new Target(endpoint, namespace, name, subresource);
  }

  private static ResourcePath of(String group, String version, List<String> rest) {
    // The parts of a namespace object itself have the same form as what is in it.
    var partOfNamespace =
        rest.size() == 3 && (rest.get(2).equals("status") || rest.get(2).equals("finalize"));
    if (rest.getFirst().equals("namespaces") && rest.size() > 2 && !partOfNamespace) {
      return new ResourcePath(group, version, rest.get(1), rest.get(2), at(rest, 3), at(rest, 4));
    }
    return new ResourcePath(group, version, "", rest.getFirst(), at(rest, 1), at(rest, 2));
  }

  private static String at(List<String> segments, int index) {
    return segments.size() > index ? segments.get(index) : "";
  }
}
