/**
 * The objects of a cluster in memory: kinds, revisions, watches and the life cycle of an object.
 */
@NullMarked
package io.burgee.sandbox.store;

import org.jspecify.annotations.NullMarked;
