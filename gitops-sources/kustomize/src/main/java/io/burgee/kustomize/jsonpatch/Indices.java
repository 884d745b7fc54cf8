package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.SequenceNode;
import java.util.regex.Pattern;

/** Places in lists, as paths name them: from the start, or negative ones from the end. */
final class Indices {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

  private Indices() {}

  /** The index of an item that is there, or -1. */
  static int existing(SequenceNode list, String key) {
    try {
      return required(list, key);
    } catch (BuildException e) {
      return -1;
    }
  }

  /** The index of an item that must be there. */
  static int required(SequenceNode list, String key) {
    return within(number(key), list.items().size());
  }

  /** Where an item may be put: one place more than there are items. */
  static int forAdding(SequenceNode list, String key) {
    if (key.equals("-")) {
      return list.items().size();
    }
    int index;
    try {
      index = number(key);
    } catch (BuildException e) {
      throw e.in("value was not a proper array index: '" + key + "'");
    }
    return within(index, list.items().size() + 1);
  }

  private static int within(int index, int size) {
    int actual = index < 0 ? index + size : index;
    if (actual < 0 || actual >= size) {
      throw new BuildException(
          "Unable to access invalid index: " + index + ": invalid index referenced");
    }
    return actual;
  }

  private static int number(String key) {
    if (!NUMBER.matcher(key).matches()) {
      throw new BuildException("strconv.Atoi: parsing \"" + key + "\": invalid syntax");
    }
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException e) {
      throw new BuildException("strconv.Atoi: parsing \"" + key + "\": value out of range", e);
    }
  }
}
