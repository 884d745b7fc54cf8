package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers who may do what: everyone everything, as there are no users here. */
final class Reviews {
  private static final String USER = "sandbox";

  private Reviews() {}

  static Reply answer(Call call, Catalog.Review review) {
    var object = call.object();
    object.put("kind", review.kind());
    object.put("apiVersion", review.group() + "/" + review.version());
    if (!object.has("metadata")) {
      object.putObject("metadata");
    }
    var status = object.putObject("status");
    switch (review.kind()) {
      case "TokenReview" -> status.put("authenticated", true).set("user", user());
      case "SelfSubjectReview" -> status.set("userInfo", user());
      case "SelfSubjectRulesReview" -> {
        var rule = status.putArray("resourceRules").addObject();
        rule.putArray("verbs").add("*");
        rule.putArray("apiGroups").add("*");
        rule.putArray("resources").add("*");
        status.putArray("nonResourceRules");
        status.put("incomplete", false);
      }
      default -> status.put("allowed", true);
    }
    return Reply.json(201, object);
  }

  private static ObjectNode user() {
    var user = Json.object().put("username", USER);
    user.putArray("groups").add("system:masters").add("system:authenticated");
    return user;
  }
}
