package io.burgee.sandbox.server;

import io.burgee.sandbox.store.ResourceKey;

/** What a path names: a collection when {@code name} is empty, else an object or a part of it. */
record Target(Endpoint endpoint, String namespace, String name, String subresource) {
  ResourceKey key() {
    return endpoint.stored().key(namespace, name);
  }
}
