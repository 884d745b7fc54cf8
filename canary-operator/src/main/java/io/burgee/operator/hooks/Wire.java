package io.burgee.operator.hooks;

import io.burgee.metrics.AnyCertificate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends one request and waits for its answer, not longer than it may take, whatever holds it up.
 * Follows no redirect and repeats nothing.
 */
final class Wire implements AutoCloseable {
  /** For an answer to arrive that the deadline of the request has just cut off. */
  private static final Duration GRACE = Duration.ofMillis(200);

  /** What {@code Retry-After} is called on this side of OkHttp. */
  static final String RETRY_AFTER = "Burgee-Retry-After";

  private final OkHttpClient verifying;
  private final OkHttpClient trusting;

  Wire() {
    var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    // Turns bounds them, and its callers' deadlines cover the wait.
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    verifying =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            // Each request has a connection of its own: one that is kept may be dead the next
            // time, and then nobody knows whether the request has reached the other side.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addNetworkInterceptor(chain -> withoutRetryAfter(chain.proceed(chain.request())))
            .build();
    trusting = AnyCertificate.accepted(verifying);
  }

  /**
   * Blocks, at most for {@code timeout}; an interrupt ends the request.
   *
   * @param anyCertificate whether to talk to a server that can't prove who it is
   * @throws IOException if there was no answer; an InterruptedIOException if not in time
   */
  Page send(Request request, boolean anyCertificate, Duration timeout)
      throws IOException, InterruptedException {
    var client = anyCertificate ? trusting : verifying;
    var call = client.newBuilder().callTimeout(timeout).build().newCall(request);
    var answer = new CompletableFuture<Page>();
    call.enqueue(new Answer(answer));
    try {
      return answer.get(timeout.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      call.cancel();
      throw new java.io.InterruptedIOException("timeout");
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  @Override
  public void close() {
    verifying.dispatcher().cancelAll();
    verifying.dispatcher().executorService().shutdown();
  }

  /**
   * Takes the header out of OkHttp's sight, which would repeat some requests at once on account of
   * it, and fails on numbers that it can't hold.
   */
  private static Response withoutRetryAfter(Response response) {
    var asked = response.header("Retry-After");
    var bare = response.newBuilder().removeHeader("Retry-After").removeHeader(RETRY_AFTER);
    return (asked == null ? bare : bare.header(RETRY_AFTER, asked)).build();
  }

  private record Answer(CompletableFuture<Page> page) implements Callback {
    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        page.complete(Page.read(response));
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      page.completeExceptionally(e);
    }
  }
}
