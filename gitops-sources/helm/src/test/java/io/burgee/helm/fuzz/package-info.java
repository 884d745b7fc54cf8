/** Random templates and values, rendered here and by the real Helm. */
package io.burgee.helm.fuzz;
