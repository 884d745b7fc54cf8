package io.burgee.operator.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The requests to webhooks. */
final class Requests {
  private static final @Nullable MediaType JSON = MediaType.parse("application/json");

  /** Redirects from here on keep method and body. */
  private static final int TEMPORARY_REDIRECT = 307;

  private Requests() {}

  /** Credentials in the URL become basic authentication. */
  static Request post(HttpUrl url, HookPayload payload, Map<String, String> headers) {
    var body = RequestBody.create(payload.json().getBytes(StandardCharsets.UTF_8), JSON);
    var request =
        new Request.Builder()
            .url(bare(url))
            .post(body)
            .header("User-Agent", "burgee")
            .header("Connection", "close");
    headers.forEach(request::header);
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      request.header(
          "Authorization",
          Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8));
    }
    return request.build();
  }

  /** Where the page sends the request; empty if that would be unsafe or leads nowhere. */
  static Optional<Request> redirected(Request request, Page page) {
    var url = page.location().map(request.url()::resolve).map(Requests::bare);
    if (url.isEmpty() || (request.isHttps() && !url.get().isHttps())) {
      return Optional.empty();
    }
    var next = request.newBuilder().url(url.get());
    if (page.status() < TEMPORARY_REDIRECT) {
      next.get();
    }
    if (!origin(url.get()).equals(origin(request.url()))) {
      next.removeHeader("Authorization");
    }
    return Optional.of(next.build());
  }

  /** Without what may be secret: credentials, query and fragment. */
  static String shown(HttpUrl url) {
    return bare(url).newBuilder().query(null).fragment(null).build().toString();
  }

  static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  private static HttpUrl bare(HttpUrl url) {
    return url.newBuilder().username("").password("").build();
  }
}
