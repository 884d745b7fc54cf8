/** What has to hold for a custom resource beyond its schema; every problem is found at once. */
@NullMarked
package io.burgee.api.validation;

import org.jspecify.annotations.NullMarked;
