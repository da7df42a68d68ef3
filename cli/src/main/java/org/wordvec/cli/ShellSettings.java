package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** Options that a user of a shell wants for all further lines. Used by one thread. */
final class ShellSettings {
  /** What can be set. */
  static final List<String> NAMES =
      List.of(
          "k",
          "top",
          "min-count",
          "vocabulary",
          "match",
          "exclude",
          "exclude-from",
          "method",
          "format");

  private final Map<String, String> values = new TreeMap<>();

  /**
   * Keeps a value.
   *
   * @throws IllegalArgumentException if there is no such setting
   */
  void set(String name, String value) {
    values.put(checked(name), value);
  }

  /** Forgets a value. */
  void clear(String name) {
    values.remove(checked(name));
  }

  List<String> lines() {
    return values.entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .toList();
  }

  /** The settings that a command knows, as arguments. */
  List<String> arguments(CommandSpec command) {
    List<String> arguments = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          String option = (name.length() == 1 ? "-" : "--") + name;
          if (command.findOption(option) != null) {
            arguments.add(option);
            arguments.add(value);
          }
        });
    return arguments;
  }

  private static String checked(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no setting \"" + name + "\", expected " + Sentence.alternatives(NAMES));
    }
    return name;
  }
}
