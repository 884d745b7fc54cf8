package io.burgee.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in {@code src/test/go}, built: what Go's libraries make of YAML. */
final class GoOracle implements AutoCloseable {
  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;

  /** What became of a text: either the output or the error is there. */
  record Answer(String out, String error) {
    boolean failed() {
      return !error.isEmpty();
    }
  }

  GoOracle(Path program) {
    try {
      process =
          new ProcessBuilder(program.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
  }

  /** Asks for all texts at once, which is much faster than one by one. */
  List<Answer> ask(List<String> texts, Dialect dialect, boolean asWritten) {
    var result = new ArrayList<Answer>(texts.size());
    var writer = Thread.ofVirtual().start(() -> send(texts, dialect, asWritten));
    try {
      for (int i = 0; i < texts.size(); i++) {
        result.add(parse(answers.readLine()));
      }
      writer.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return result;
  }

  private void send(List<String> texts, Dialect dialect, boolean asWritten) {
    try {
      for (var text : texts) {
        var json = new StringBuilder("{\"dialect\":\"").append(dialect).append("\",\"asWritten\":");
        json.append(asWritten).append(",\"text\":");
        JsonWriter.string(json, text);
        requests.append(json.append("}\n"));
      }
      requests.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parse(String line) {
    boolean error = line.startsWith("{\"err\":");
    if (line.equals("{}")) {
      return new Answer("", "");
    }
    var text = new StringBuilder();
    for (int i = 8; i < line.length() - 2; i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = line.charAt(++i);
      switch (escape) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(line, i + 1, i + 5, 16));
          i += 4;
        }
        default -> text.append(escape);
      }
    }
    return error ? new Answer("", text.toString()) : new Answer(text.toString(), "");
  }

  @Override
  public void close() {
    try {
      requests.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
