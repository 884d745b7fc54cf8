/** Vars, the older way to copy a value from one field to others. */
@NullMarked
package io.burgee.kustomize.vars;

import org.jspecify.annotations.NullMarked;
