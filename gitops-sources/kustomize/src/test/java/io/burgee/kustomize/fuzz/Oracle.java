package io.burgee.kustomize.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The real kustomize as a process that answers for one tree after the other. */
final class Oracle implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path script;
  private Process process;
  private BufferedWriter requests;
  private BufferedReader answers;

  private Oracle(Path script, Process process) {
    this.script = script;
    this.process = process;
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it by the script beside the corpus, which builds it if need be. */
  static Oracle start(Path script) {
    return new Oracle(script, serving(script));
  }

  private static Process serving(Path script) {
    try {
      return new ProcessBuilder(script.toString(), "serve")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tree can end the real tool: that one failed, and the next one has a new process. */
  private Answer ended() {
    process = serving(script);
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    return new Answer(false, "the real kustomize ended");
  }

  Answer ask(Tree tree) {
    var request = JSON.createObjectNode();
    request.put("dir", tree.dir());
    request.put("reorder", tree.reorder());
    request.put("managedBy", tree.managedBy());
    tree.texts().forEach(request.putObject("files")::put);
    try {
      requests.write(JSON.writeValueAsString(request));
      requests.write('\n');
      requests.flush();
      var line = answers.readLine();
      if (line == null) {
        return ended();
      }
      return answer(JSON.readTree(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(JsonNode reply) {
    return reply.path("ok").asBoolean()
        ? new Answer(true, reply.path("output").asText())
        : new Answer(false, reply.path("error").asText());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
