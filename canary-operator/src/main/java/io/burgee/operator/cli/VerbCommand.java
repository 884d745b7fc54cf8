package io.burgee.operator.cli;

import io.burgee.core.Verb;
import io.burgee.operator.canary.VerbRequest;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a Canary to do something, and says what became of it. */
@Command(
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It is done, or under way.",
      "1:It was refused, or could not be asked for.",
      "3:Nobody answered in time; the request stands."
    })
final class VerbCommand implements Callable<Integer> {
  private static final int NO_ANSWER = 3;

  private final Verb verb;

  @Parameters(paramLabel = "NAME", description = "The canary.")
  private String name = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "Told with it, in events and status.")
  private @Nullable String why;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long to wait for the answer; default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private VerbCommand(Verb verb) {
    this.verb = verb;
  }

  /** The command of that verb. */
  static CommandLine line(Verb verb) {
    var line = new CommandLine(new VerbCommand(verb));
    line.getCommandSpec().usageMessage().description(description(verb));
    return line;
  }

  private static String description(Verb verb) {
    return switch (verb) {
      case ABORT -> "Ends a run as failed: the promoted revision gets all traffic back.";
      case PROMOTE -> "Promotes a ready canary now, without the rest of its analysis.";
      case PAUSE -> "Stops judging a run and shifting its traffic until it is resumed.";
      case RESUME -> "Lets a paused run go on.";
      case RETRY -> "Releases a revision again whose run failed.";
    };
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var client = cluster.connect()) {
      var namespace = cluster.namespace(client);
      var request = new VerbRequest(client, namespace, name, verb);
      var value = VerbRequest.value(who(client), Instant.now(), why == null ? "" : why);
      return told(namespace, request.give(value, Duration.ofSeconds(seconds)));
    } catch (KubernetesClientException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private int told(String namespace, VerbRequest.Answer answer) {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    return switch (answer) {
      case VerbRequest.Answer.Taken(var reason) -> {
        out.println(namespace + "/" + name + ": " + verb.text() + " taken. " + reason);
        yield 0;
      }
      case VerbRequest.Answer.Refused(var reason) -> {
        err.println(namespace + "/" + name + ": " + verb.text() + " refused: " + reason);
        yield 1;
      }
      case VerbRequest.Answer.NoCanary() -> {
        err.println("No canary " + name + " in namespace " + namespace + ".");
        yield 1;
      }
      case VerbRequest.Answer.None() -> {
        err.println(
            "No answer within %d s: is the operator running, and is the canary suspended? The"
                    .formatted(seconds)
                + " request stands; to take it back, remove the annotation "
                + VerbRequest.annotation(verb)
                + ".");
        yield NO_ANSWER;
      }
    };
  }

  /** As the kubeconfig calls the user, else as this machine does. */
  private static String who(KubernetesClient client) {
    var context = client.getConfiguration().getCurrentContext();
    var user = context == null ? null : context.getContext().getUser();
    return user == null || user.isBlank() ? System.getProperty("user.name", "someone") : user;
  }
}
