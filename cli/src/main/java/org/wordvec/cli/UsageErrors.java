package org.wordvec.cli;

import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that makes no sense with one line and the way to the help. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandSpec command = error.getCommandLine().getCommandSpec();
    error
        .getCommandLine()
        .getErr()
        .println(line(place(error) + message(error), command.qualifiedName()));
    return ExitCode.USAGE;
  }

  /** One line that says what is wrong and where to read more. */
  static String line(String message, String command) {
    String sentence = message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    return "wordvec: " + sentence + " Try '" + command + " --help'.";
  }

  /** Where a value stands that was not given as an argument. */
  private static String place(ParameterException error) {
    return error.getCommandLine().getDefaultValueProvider() instanceof DefaultsFile defaults
            && error.getArgSpec() != null
        ? defaults.place(error.getArgSpec(), error.getValue()).map(place -> place + ": ").orElse("")
        : "";
  }

  private static String message(ParameterException error) {
    return error instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched)
        : Failure.oneLine(String.valueOf(error.getMessage()));
  }

  private static String unmatched(UnmatchedArgumentException error) {
    String argument = "'" + error.getUnmatched().getFirst() + "'";
    if (error.isUnknownOption()) {
      List<String> near = error.getSuggestions();
      String hint = near.isEmpty() ? "" : "; did you mean " + Sentence.alternatives(near) + "?";
      return "unknown option " + argument + hint;
    }
    List<String> commands = List.copyOf(error.getCommandLine().getSubcommands().keySet());
    return commands.isEmpty()
        ? "one argument too many: " + argument
        : "unknown command " + argument + ", expected " + Sentence.alternatives(commands);
  }
}
