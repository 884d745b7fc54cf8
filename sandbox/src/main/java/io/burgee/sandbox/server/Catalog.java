package io.burgee.sandbox.server;

import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is served: stored types, other views of them, and reviews, which are only answered. */
final class Catalog {
  /** A resource that only takes POST and stores nothing. */
  record Review(String group, String version, String kind, String plural, boolean namespaced) {
    String singular() {
      return kind.toLowerCase(Locale.ROOT);
    }
  }

  static final List<Review> REVIEWS =
      List.of(
          new Review("authentication.k8s.io", "v1", "TokenReview", "tokenreviews", false),
          new Review(
              "authentication.k8s.io", "v1", "SelfSubjectReview", "selfsubjectreviews", false),
          new Review(
              "authorization.k8s.io",
              "v1",
              "SelfSubjectAccessReview",
              "selfsubjectaccessreviews",
              false),
          new Review(
              "authorization.k8s.io", "v1", "SubjectAccessReview", "subjectaccessreviews", false),
          new Review(
              "authorization.k8s.io",
              "v1",
              "LocalSubjectAccessReview",
              "localsubjectaccessreviews",
              true),
          new Review(
              "authorization.k8s.io",
              "v1",
              "SelfSubjectRulesReview",
              "selfsubjectrulesreviews",
              false));

  private final Types types;

  Catalog(Types types) {
    this.types = types;
  }

  Types types() {
    return types;
  }

  Optional<Endpoint> endpoint(String group, String version, String plural) {
    var shown = Events.ENDPOINT.shown();
    return group.equals(shown.group())
            && version.equals(shown.version())
            && plural.equals(shown.plural())
        ? Optional.of(Events.ENDPOINT)
        : types.find(group, version, plural).map(Endpoint::of);
  }

  Optional<Review> review(String group, String version, String plural) {
    return REVIEWS.stream()
        .filter(
            review ->
                review.group().equals(group)
                    && review.version().equals(version)
                    && review.plural().equals(plural))
        .findFirst();
  }

  /** The served types of all groups. */
  List<ResourceType> shown() {
    var shown = new ArrayList<>(types.all());
    shown.add(Events.ENDPOINT.shown());
    return shown;
  }

  /** The versions of each group, in the order of preference; the core group is empty. */
  Map<String, List<String>> groups() {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var type : shown()) {
      addVersion(groups, type.group(), type.version());
    }
    for (var review : REVIEWS) {
      addVersion(groups, review.group(), review.version());
    }
    groups.values().forEach(versions -> versions.sort(Versions.PREFERRED_FIRST));
    return groups;
  }

  private static void addVersion(Map<String, List<String>> groups, String group, String version) {
    var versions = groups.computeIfAbsent(group, name -> new ArrayList<>());
    if (!versions.contains(version)) {
      versions.add(version);
    }
  }
}
