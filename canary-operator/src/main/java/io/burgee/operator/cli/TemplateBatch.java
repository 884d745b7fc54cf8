package io.burgee.operator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.render.RenderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Renders what is asked for on lines of JSON, as many at a time as there are cores, and answers
 * each line with one, in order. Nothing on a line ends it: what can't be done is an answer.
 */
final class TemplateBatch {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String END = "";

  private final BufferedReader requests;
  private final PrintWriter answers;
  private final LocalChart charts = new LocalChart();

  TemplateBatch(BufferedReader requests, PrintWriter answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /** Answers until there are no more requests. */
  void run() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    var waiting = new ArrayBlockingQueue<CompletableFuture<String>>(4 * cores);
    try (var pool = Executors.newFixedThreadPool(cores)) {
      // An answer must not wait for the next request; and if none can be given there is an end.
      Thread.ofPlatform().daemon().start(() -> ask(pool, waiting));
      print(waiting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void ask(ExecutorService pool, BlockingQueue<CompletableFuture<String>> waiting) {
    try {
      var end = CompletableFuture.completedFuture(END);
      try {
        for (var line = requests.readLine(); line != null; line = requests.readLine()) {
          if (!line.isBlank()) {
            var request = line;
            waiting.put(
                CompletableFuture.supplyAsync(() -> answer(request), pool)
                    .exceptionally(problem -> failure(problem.getCause())));
          }
        }
      } catch (IOException | OutOfMemoryError e) { // of a line without an end
        end = CompletableFuture.failedFuture(e);
      }
      waiting.put(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(BlockingQueue<CompletableFuture<String>> waiting)
      throws IOException, InterruptedException {
    for (var next = next(waiting); !next.equals(END); next = next(waiting)) {
      answers.print(next + "\n");
      answers.flush();
    }
  }

  private static String next(BlockingQueue<CompletableFuture<String>> waiting)
      throws IOException, InterruptedException {
    try {
      return waiting.take().get();
    } catch (ExecutionException e) {
      throw new IOException("requests can't be read: " + e.getCause(), e);
    }
  }

  private String answer(String line) {
    try {
      return answer(true, charts.render(request(line)).printed(true, true), "");
    } catch (TemplateException | RenderException | LimitException e) {
      return answer(false, "", LocalChart.message(e));
    }
  }

  /** Of something nobody thought of. */
  private static String failure(@Nullable Throwable problem) {
    return answer(false, "", "can't be rendered: " + problem);
  }

  private static String answer(boolean ok, String output, String error) {
    return JSON.createObjectNode()
        .put("ok", ok)
        .put("output", output)
        .put("error", error)
        .toString();
  }

  private static TemplateRequest request(String line) {
    JsonNode request;
    try {
      request = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new TemplateException("a request is a JSON object: " + e.getOriginalMessage(), e);
    }
    if (!request.isObject()) {
      throw new TemplateException("a request is a JSON object: " + line);
    }
    var chart = text(request, "chart", "");
    if (chart.isEmpty()) {
      throw new TemplateException("chart must name a folder or an archive");
    }
    return new TemplateRequest(
        text(request, "name", TemplateRequest.NAME),
        text(request, "namespace", "default"),
        chart,
        new TemplateRequest.Values(
            texts(request, "values"),
            List.of(),
            texts(request, "set"),
            List.of(),
            List.of(),
            List.of()),
        text(request, "kubeVersion", ""),
        texts(request, "apiVersions"),
        truth(request, "includeCrds"),
        truth(request, "isUpgrade"),
        false);
  }

  private static String text(JsonNode request, String field, String otherwise) {
    var value = request.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw new TemplateException(field + " must be a text");
    }
    return value.asText();
  }

  private static boolean truth(JsonNode request, String field) {
    var value = request.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw new TemplateException(field + " must be true or false");
    }
    return value.asBoolean();
  }

  private static List<String> texts(JsonNode request, String field) {
    var value = request.path(field);
    var texts = new ArrayList<String>();
    if (value.isMissingNode() || value.isNull()) {
      return texts;
    }
    boolean valid = value.isArray();
    for (var each : value) {
      valid &= each.isTextual();
      texts.add(each.asText());
    }
    if (!valid) {
      throw new TemplateException(field + " must be a list of texts");
    }
    return texts;
  }
}
