package io.burgee.operator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.LoadRestrictions;
import io.burgee.kustomize.Reorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Builds what is asked for on lines of JSON, and answers each line with one, in order. Nothing on a
 * line ends it: what can't be done is an answer.
 */
final class BuildBatch {
  private static final JsonMapper JSON = new JsonMapper();

  private final BufferedReader requests;
  private final PrintWriter answers;

  BuildBatch(BufferedReader requests, PrintWriter answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /** Answers until there are no more requests. */
  void run() throws IOException {
    for (var line = requests.readLine(); line != null; line = requests.readLine()) {
      if (!line.isBlank()) {
        answers.print(JSON.writeValueAsString(answer(line)) + "\n");
        answers.flush();
      }
    }
  }

  private static ObjectNode answer(String line) {
    var answer = JSON.createObjectNode();
    try {
      var request = request(line);
      if (request.has("id")) {
        answer.set("id", request.get("id"));
      }
      answer.put("dir", request.path("dir").asText());
      var output = build(request);
      return answer.put("ok", true).put("output", output);
    } catch (BuildException e) {
      return answer.put("ok", false).put("error", e.getMessage());
    } catch (RuntimeException | VirtualMachineError e) { // of something nobody thought of
      return answer.put("ok", false).put("error", "can't be built: " + e);
    }
  }

  private static JsonNode request(String line) {
    try {
      var request = JSON.readTree(line);
      if (!request.isObject()) {
        throw new BuildException("a request is a JSON object: " + line);
      }
      return request;
    } catch (JsonProcessingException e) {
      throw new BuildException("a request is a JSON object: " + e.getOriginalMessage(), e);
    }
  }

  private static String build(JsonNode request) {
    var folder = request.path("dir");
    if (!folder.isTextual() || folder.asText().isEmpty()) {
      throw new BuildException("dir must name a folder");
    }
    try {
      return LocalBuild.run(Path.of(folder.asText()), options(request)).yaml();
    } catch (InvalidPathException e) {
      throw new BuildException("dir must name a folder: " + e.getMessage(), e);
    }
  }

  private static BuildOptions options(JsonNode request) {
    return BuildOptions.DEFAULT
        .reorder(reorder(text(request, "reorder")))
        .loadRestrictions(restrictions(text(request, "loadRestrictions")))
        .managedBy(request.path("managedBy").asBoolean());
  }

  private static String text(JsonNode request, String field) {
    return request.hasNonNull(field) ? request.get(field).asText() : "";
  }

  private static Reorder reorder(String value) {
    return switch (value) {
      case "", "legacy" -> Reorder.LEGACY;
      case "none" -> Reorder.NONE;
      default -> throw new BuildException("reorder is none or legacy, not " + value);
    };
  }

  private static LoadRestrictions restrictions(String value) {
    return switch (value) {
      case "", "rootOnly" -> LoadRestrictions.ROOT_ONLY;
      case "none" -> LoadRestrictions.NONE;
      default -> throw new BuildException("loadRestrictions is rootOnly or none, not " + value);
    };
  }
}
