/** Generated ConfigMaps and Secrets, and the hash in their names. */
@NullMarked
package io.burgee.kustomize.generate;

import org.jspecify.annotations.NullMarked;
