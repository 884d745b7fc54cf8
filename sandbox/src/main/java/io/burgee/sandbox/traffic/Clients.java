package io.burgee.sandbox.traffic;

import io.burgee.sandbox.cluster.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Browsers that come back to a host with the cookies that it gave them. */
final class Clients {
  private static final int KNOWN = 500;

  /** How many of the requests come from someone who was there before. */
  private static final double RETURNING = 0.5;

  private static final Pattern MAX_AGE = Pattern.compile("; *Max-Age=(-?[0-9]{1,9})");

  private record Kept(String value, Instant until) {}

  /** One browser's cookies by name. */
  static final class Client {
    private final Map<String, Kept> jar = new HashMap<>();

    String cookies(Instant now) {
      return jar.entrySet().stream()
          .filter(entry -> entry.getValue().until().isAfter(now))
          .map(entry -> entry.getKey() + "=" + entry.getValue().value())
          .sorted()
          .collect(Collectors.joining("; "));
    }

    /** Takes a {@code Set-Cookie} as browsers do; one without an age stays. */
    void take(String setCookie, Instant now) {
      var pair = setCookie.split(";", -1)[0].split("=", 2);
      if (pair.length < 2) {
        return;
      }
      var age = MAX_AGE.matcher(setCookie);
      var until = age.find() ? now.plusSeconds(Long.parseLong(age.group(1))) : Instant.MAX;
      jar.put(pair[0].strip(), new Kept(pair[1].strip(), until));
    }
  }

  private final Random random;
  private final Map<Key, List<Client>> known = new HashMap<>();

  Clients(Random random) {
    this.random = random;
  }

  /** Whose request the next one is. */
  Client next(Key host) {
    var here = known.computeIfAbsent(host, _ -> new ArrayList<>());
    if (!here.isEmpty() && random.nextDouble() < RETURNING) {
      return here.get(random.nextInt(here.size()));
    }
    var client = new Client();
    if (here.size() < KNOWN) {
      here.add(client);
    } else {
      here.set(random.nextInt(KNOWN), client);
    }
    return client;
  }
}
