package io.burgee.kube;

import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;

/** fabric8's OkHttp client, with the bodies of HTTP watches put right: see {@link WatchSource}. */
final class WatchStreams extends OkHttpClientFactory {

  @Override
  protected void additionalConfig(OkHttpClient.Builder builder) {
    builder.addInterceptor(WatchStreams::intercept);
  }

  private static Response intercept(Interceptor.Chain chain) throws IOException {
    var request = chain.request();
    var response = chain.proceed(request);
    if (!"true".equals(request.url().queryParameter("watch"))) {
      return response;
    }
    var body = response.body();
    var source = Okio.buffer(new WatchSource(body.source(), chain.call()));
    return response.newBuilder().body(ResponseBody.create(source, body.contentType(), -1)).build();
  }
}
