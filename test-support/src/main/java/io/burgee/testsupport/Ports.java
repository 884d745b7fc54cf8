package io.burgee.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports on loopback, for processes that cannot pick and report one themselves. */
final class Ports {

  /** Below the range that Linux takes outgoing connections from, so none is lost before its use. */
  private static final int LOWEST = 18_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private Ports() {}

  static List<Integer> free(int count) {
    var found = new ArrayList<Integer>();
    for (int attempt = 0; attempt < ATTEMPTS && found.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!found.contains(port) && isFree(port)) {
        found.add(port);
      }
    }
    if (found.size() < count) {
      throw new IllegalStateException("no " + count + " free ports on loopback");
    }
    return List.copyOf(found);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
