/** The command line: one class per subcommand; what a command does lives outside this package. */
@NullMarked
package io.burgee.operator.cli;

import org.jspecify.annotations.NullMarked;
