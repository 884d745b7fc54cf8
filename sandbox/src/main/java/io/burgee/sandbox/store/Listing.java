package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** All objects of a type as of one revision, by namespace and name. Shared: not to be modified. */
public record Listing(long revision, List<ObjectNode> objects) {}
