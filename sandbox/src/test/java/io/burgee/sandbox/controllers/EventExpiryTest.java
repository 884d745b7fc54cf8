package io.burgee.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.FakeCluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventExpiryTest {
  private final FakeCluster cluster = new FakeCluster();
  private final VirtualTime time = new VirtualTime();
  private final EventExpiry expiry = EventExpiry.start(cluster, time, Duration.ofSeconds(60));

  @AfterEach
  void close() {
    expiry.close();
  }

  private ObjectNode event(String name) {
    return cluster.create(Resource.EVENTS, Fields.object(Resource.EVENTS, new Key("shop", name)));
  }

  @Test
  void anEventGoesWhenItsTimeIsOver() {
    event("one");
    time.advance(30);
    event("two");
    time.advance(40);
    assertThat(cluster.list(Resource.EVENTS, "")).extracting(Fields::name).containsExactly("two");
    time.advance(30);
    assertThat(cluster.list(Resource.EVENTS, "")).isEmpty();
  }

  @Test
  void anEventThatIsToldAgainStaysLonger() {
    var told = event("one");
    time.advance(30);
    var again = told.deepCopy();
    cluster.update(Resource.EVENTS, again.put("count", 2));
    time.advance(40);
    assertThat(cluster.list(Resource.EVENTS, "")).hasSize(1);
    time.advance(30);
    assertThat(cluster.list(Resource.EVENTS, "")).isEmpty();
  }
}
