/** The part of PromQL that canary analysis needs: lexer, parser, evaluator. Knows no clock. */
@NullMarked
package io.burgee.sandbox.promql;

import org.jspecify.annotations.NullMarked;
