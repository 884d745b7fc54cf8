package io.burgee.operator.hooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a request had no answer, in words for users. */
final class Failures {
  private static final int MOST_SHOWN = 200;

  private Failures() {}

  /**
   * Tells what went wrong.
   *
   * @param host that was called
   * @param timeout of the attempt, in words
   */
  static Answered of(IOException e, String host, String timeout) {
    if (isCertificate(e)) {
      // the same certificate would come again
      return Answered.silent("certificate refused: " + message(e), false);
    }
    return switch (e) {
      case SSLException _ -> Answered.silent("TLS failed: " + message(e), true);
      case UnknownHostException _ ->
          Answered.silent("not reachable: host " + host + " is not known", true);
      case ConnectException _ -> Answered.silent("not reachable: connection refused", true);
      case NoRouteToHostException _ -> Answered.silent("not reachable: no route to host", true);
      case SocketTimeoutException _ -> slow(timeout);
      // what OkHttp says when the deadline of the whole call is over
      case java.io.InterruptedIOException _ -> slow(timeout);
      default -> Answered.silent("the connection broke: " + message(e), true);
    };
  }

  static Answered slow(String timeout) {
    return Answered.silent("no answer within " + timeout, true);
  }

  private static boolean isCertificate(IOException e) {
    return e instanceof SSLPeerUnverifiedException
        || Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
            .limit(10)
            .anyMatch(CertificateException.class::isInstance);
  }

  private static String message(IOException e) {
    return Page.line(
        Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()), MOST_SHOWN);
  }
}
