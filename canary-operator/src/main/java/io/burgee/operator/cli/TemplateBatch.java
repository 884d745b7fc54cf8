package io.burgee.operator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
      // An answer must not wait for the next request.
      var printer = Thread.ofVirtual().start(() -> print(waiting));
      ask(pool, waiting);
      printer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void ask(ExecutorService pool, BlockingQueue<CompletableFuture<String>> waiting)
      throws IOException, InterruptedException {
    try {
      for (var line = requests.readLine(); line != null; line = requests.readLine()) {
        if (!line.isBlank()) {
          var request = line;
          waiting.put(CompletableFuture.supplyAsync(() -> answer(request), pool));
        }
      }
    } finally {
      waiting.put(CompletableFuture.completedFuture(END));
    }
  }

  private void print(BlockingQueue<CompletableFuture<String>> waiting) {
    try {
      for (var next = waiting.take().join(); !next.equals(END); next = waiting.take().join()) {
        answers.print(next + "\n");
        answers.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer(String line) {
    ObjectNode answer;
    try {
      var output = charts.render(request(line)).printed(true, true);
      answer = answer(true, output, "");
    } catch (TemplateException | RenderException | LimitException e) {
      answer = answer(false, "", LocalChart.message(e));
    } catch (RuntimeException | OutOfMemoryError e) {
      answer = answer(false, "", "can't be rendered: " + e);
    }
    return answer.toString();
  }

  private static ObjectNode answer(boolean ok, String output, String error) {
    return JSON.createObjectNode().put("ok", ok).put("output", output).put("error", error);
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
