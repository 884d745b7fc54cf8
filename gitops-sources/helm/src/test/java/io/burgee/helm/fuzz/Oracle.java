package io.burgee.helm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The real Helm as a process that answers one line after the other. */
final class Oracle implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final Path script;
  private final String command;
  private Process process;
  private BufferedWriter requests;
  private BufferedReader answers;

  /** Starts it by the script beside the corpus, which builds it if need be. */
  Oracle(Path script, String command) {
    this.script = script;
    this.command = command;
    start();
  }

  private void start() {
    try {
      process =
          new ProcessBuilder(script.toString(), command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      requests = process.outputWriter(StandardCharsets.UTF_8);
      answers = process.inputReader(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its answer; null if that ended it: then the next one is asked of a new process. */
  JsonNode ask(JsonNode request) {
    try {
      requests.write(JSON.writeValueAsString(request));
      requests.write('\n');
      requests.flush();
      var line = answers.readLine();
      if (line == null) {
        start();
        return null;
      }
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer answer(JsonNode reply) {
    return reply.path("ok").asBoolean()
        ? new Answer(true, reply.path("output").asText())
        : new Answer(false, reply.path("error").asText());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
