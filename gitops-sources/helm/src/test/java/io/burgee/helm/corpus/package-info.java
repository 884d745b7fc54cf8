/** Charts and templates with answers that the real Helm gave. */
@NullMarked
package io.burgee.helm.corpus;

import org.jspecify.annotations.NullMarked;
