/**
 * The strategic merge of a patch into an object: mappings field by field, lists as the schema says.
 */
@NullMarked
package io.burgee.kustomize.merge;

import org.jspecify.annotations.NullMarked;
