package io.burgee.helm.template;

import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoFormat;

/** A complex number: templates can write it, but nothing takes it. */
record Complex(double real, double imaginary) implements GoTyped {
  private static final GoType TYPE = GoType.named("complex128", Kind.STRUCT);

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public String text() {
    var second = GoFormat.text(imaginary);
    boolean signed = second.startsWith("-") || second.startsWith("+");
    return "(" + GoFormat.text(real) + (signed ? "" : "+") + second + "i)";
  }

  boolean isZero() {
    return real == 0 && imaginary == 0;
  }
}
