/** Go's text/template: lexer, parser, executor. Knows nothing of Helm. */
@NullMarked
package io.burgee.helm.template;

import org.jspecify.annotations.NullMarked;
