package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.base.DefaultsFile;

/** Accepts options that every command has before the command's name. */
final class LeadingOptions {
  private static final String STACKTRACE = "--stacktrace";
  private static final String GROUP = "train";

  private LeadingOptions() {}

  /** Returns the arguments with such options moved behind the command's name. */
  static List<String> behindName(List<String> arguments) {
    List<String> name = new ArrayList<>();
    List<String> options = new ArrayList<>();
    int at = 0;
    while (at < arguments.size() && !isWhole(name)) {
      String argument = arguments.get(at);
      int length = argument.equals(DefaultsFile.OPTION) ? 2 : 1;
      if ((length == 1 && isOption(argument)) || at + length > arguments.size()) {
        break;
      }
      (argument.startsWith("-") ? options : name).addAll(arguments.subList(at, at + length));
      at += length;
    }
    List<String> all = new ArrayList<>(name);
    all.addAll(options);
    all.addAll(arguments.subList(at, arguments.size()));
    return all;
  }

  private static boolean isWhole(List<String> name) {
    return !name.isEmpty() && (name.size() == 2 || !name.getFirst().equals(GROUP));
  }

  /** Returns whether an argument is an option that is not moved, such as --help. */
  private static boolean isOption(String argument) {
    return argument.startsWith("-")
        && !argument.equals(STACKTRACE)
        && !argument.startsWith(DefaultsFile.OPTION + "=");
  }
}
