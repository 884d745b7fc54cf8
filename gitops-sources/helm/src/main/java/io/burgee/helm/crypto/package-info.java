/** Keys, certificates and passwords as charts make them. */
@NullMarked
package io.burgee.helm.crypto;

import org.jspecify.annotations.NullMarked;
