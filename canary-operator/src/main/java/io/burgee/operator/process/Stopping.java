package io.burgee.operator.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a process. */
public final class Stopping {
  private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

  private Stopping() {}

  /**
   * From now on threads may end with exceptions: OkHttp's do when a watch is cancelled while it is
   * being read. They are told to who debugs, instead of filling the terminal.
   */
  public static void begin() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.debug("{} ended while stopping", thread.getName(), e));
  }
}
