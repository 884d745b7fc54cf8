package io.burgee.operator.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * What is logged, to standard error: only warnings, until a command asks for more. In code rather
 * than in XML, whose reading would take longer than the rest of a start.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** Libraries that tell too much of their inner life. */
  private static final Map<String, Level> LIBRARIES =
      Map.of(
          "io.fabric8",
          Level.WARN,
          // each v1beta1 would be a warning, and all of ours are
          "io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils",
          Level.ERROR,
          // each word that a chart's schema has beside those of its draft would be a warning
          "com.networknt.schema",
          Level.ERROR,
          "okhttp3",
          Level.WARN);

  private static final String PATTERN =
      "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSX\",UTC} %-5level %logger{0} %X{object} %msg%n";

  /** Made by Logback, which finds it as a service. */
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    console(context, Level.WARN, plain(context));
    quietLibraries(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Takes the place of what was set before. */
  public static void set(String level, boolean json) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      console(
          context,
          Level.toLevel(level.replace("warning", "warn")),
          json ? json(context) : plain(context));
      quietLibraries(context);
    }
  }

  private static void quietLibraries(LoggerContext context) {
    LIBRARIES.forEach((name, least) -> context.getLogger(name).setLevel(least));
  }

  private static void console(LoggerContext context, Level level, Encoder<ILoggingEvent> encoder) {
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(appender);
  }

  private static Encoder<ILoggingEvent> plain(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.start();
    return encoder;
  }
}
