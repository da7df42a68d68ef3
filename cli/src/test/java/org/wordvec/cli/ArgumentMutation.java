package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Damages the arguments of a command at random from a seed: drops, duplicates, swaps, inserts or
 * replaces arguments, and changes characters in them. An argument that begins with {@code
 * --output=} stays as it is, so that nothing is written elsewhere.
 */
final class ArgumentMutation {
  private static final List<String> ARGUMENTS =
      List.of(
          "",
          " ",
          "-",
          "--",
          "-1",
          "0",
          "2147483648",
          "-9223372036854775808",
          "1e400",
          "nan",
          "0x10",
          "-k",
          "-k=",
          "--format",
          "--format=json",
          "--help",
          "--version",
          "--input",
          "--top",
          "--quiet",
          "--stacktrace=",
          "@",
          "@@",
          "@nothing",
          "=",
          "--=",
          "a\0b",
          "\ud800",
          "a\nb",
          "\u001b]0;x\u0007",
          "\u202e",
          "北京",
          "%s",
          "..",
          "/",
          "nothing/nobody",
          "king",
          "+",
          "\"",
          "(".repeat(3000),
          "x".repeat(70_000),
          "1".repeat(70_000));
  private static final String CHARACTERS =
      "\0\n\t\u001b\u0085\u202e\ud800\udc00 \"'\\%@=,.:*+-[](){}$^|0é";
  private static final int LONG = 3000;

  private final List<String> original;

  ArgumentMutation(List<String> original) {
    this.original = List.copyOf(original);
  }

  List<String> number(int index) {
    Random random = new Random(index);
    List<String> arguments = new ArrayList<>(original);
    for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
      // The first names the command.
      int at = 1 + random.nextInt(arguments.size() - 1);
      if (!arguments.get(at).startsWith("--output=")) {
        step(arguments, at, random);
      }
    }
    return arguments;
  }

  private static void step(List<String> arguments, int at, Random random) {
    String argument = arguments.get(at);
    switch (random.nextInt(6)) {
      case 0 -> arguments.add(at, ARGUMENTS.get(random.nextInt(ARGUMENTS.size())));
      case 1 -> arguments.set(at, ARGUMENTS.get(random.nextInt(ARGUMENTS.size())));
      case 2 -> arguments.add(at, argument);
      case 3 -> {
        if (arguments.size() > 2) {
          arguments.remove(at);
        }
      }
      default -> arguments.set(at, characters(argument, random));
    }
  }

  /** Damages the characters of a text. */
  static String characters(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
      int at = random.nextInt(damaged.length() + 1);
      char drawn = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      switch (random.nextInt(5)) {
        case 0 -> damaged.insert(at, drawn);
        case 1 -> damaged.replace(at, Math.min(at + 1, damaged.length()), String.valueOf(drawn));
        case 2 -> damaged.delete(at, Math.min(at + 1 + random.nextInt(3), damaged.length()));
        case 3 -> damaged.insert(at, String.valueOf(drawn).repeat(random.nextInt(LONG)));
        default -> damaged.insert(at, text);
      }
    }
    return damaged.toString();
  }
}
