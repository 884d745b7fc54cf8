/** What renders cost. */
package io.burgee.helm.bench;
