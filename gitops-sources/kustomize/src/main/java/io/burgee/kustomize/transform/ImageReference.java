package io.burgee.kustomize.transform;

import io.burgee.kustomize.file.ImageSpec;

/** An image's name, tag and digest; each of the latter may be empty. */
record ImageReference(String name, String tag, String digest) {

  /** Colons before the first slash belong to a registry's port. */
  static ImageReference parse(String text) {
    int from = Math.max(0, text.indexOf('/'));
    int at = text.indexOf('@', from);
    int colon = text.indexOf(':', from);
    if (at >= 0 && (colon < 0 || at < colon)) {
      return new ImageReference(text.substring(0, at), "", text.substring(at + 1));
    }
    if (colon < 0) {
      return new ImageReference(text, "", "");
    }
    return at < 0
        ? new ImageReference(text.substring(0, colon), text.substring(colon + 1), "")
        : new ImageReference(
            text.substring(0, colon), text.substring(colon + 1, at), text.substring(at + 1));
  }

  /** What it becomes: a new tag or digest replaces both, a suffix lengthens the tag. */
  ImageReference with(ImageSpec spec) {
    String newName = spec.newName().isEmpty() ? name : spec.newName();
    if (!spec.newTag().isEmpty() || !spec.digest().isEmpty()) {
      return new ImageReference(newName, spec.newTag(), spec.digest());
    }
    return spec.tagSuffix().isEmpty()
        ? new ImageReference(newName, tag, digest)
        : new ImageReference(newName, tag + spec.tagSuffix(), "");
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
