package io.burgee.helm.release;

import java.util.Locale;

/** What became of a revision. */
public enum Status {
  UNKNOWN,
  DEPLOYED,
  UNINSTALLED,
  SUPERSEDED,
  FAILED,
  UNINSTALLING,
  PENDING_INSTALL,
  PENDING_UPGRADE,
  PENDING_ROLLBACK;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** As Helm writes it, such as {@code pending-install}. */
  public String text() {
    return text;
  }

  /** Whether an action was going on, which a process that ended may have left. */
  public boolean isPending() {
    return text.startsWith("pending-");
  }

  /** {@link #UNKNOWN} for any other text. */
  public static Status of(String text) {
    for (var status : values()) {
      if (status.text.equals(text)) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
