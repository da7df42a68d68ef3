package org.wordvec.cli.base;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints usage errors as one line that refers to the help. */
public final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandSpec command = error.getCommandLine().getCommandSpec();
    error
        .getCommandLine()
        .getErr()
        .println(line(place(error) + message(error), command.qualifiedName()));
    return ExitCode.USAGE;
  }

  /** Returns an error message that ends with a reference to the help. */
  public static String line(String message, String command) {
    String sentence = message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    return "wordvec: " + sentence + " Try '" + command + " --help'.";
  }

  /** Returns file and line of a value that comes from a defaults file, or an empty string. */
  private static String place(ParameterException error) {
    return error.getCommandLine().getDefaultValueProvider() instanceof DefaultsFile defaults
            && error.getArgSpec() != null
        ? defaults.place(error.getArgSpec(), error.getValue()).map(place -> place + ": ").orElse("")
        : "";
  }

  private static String message(ParameterException error) {
    ArgSpec argument = error.getArgSpec();
    if (argument != null && error.getCause() instanceof PatternSyntaxException regex) {
      return "%s: invalid regular expression: %s%s"
          .formatted(
              name(argument),
              Failure.oneLine(regex.getDescription()),
              regex.getIndex() < 0 ? "" : " at character " + (regex.getIndex() + 1));
    }
    if (argument != null && error.getCause() instanceof InvalidPathException path) {
      return "%s: invalid file name: %s"
          .formatted(name(argument), Failure.oneLine(String.valueOf(path.getMessage())));
    }
    return error instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched)
        : Failure.oneLine(String.valueOf(error.getMessage()));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String unmatched(UnmatchedArgumentException error) {
    CommandLine command = error.getCommandLine();
    List<String> unmatched = error.getUnmatched();
    if (error.isUnknownOption()) {
      return LegacyOptions.errorMessage(unmatched, 0, command.getCommandSpec())
          .orElseGet(() -> unknownOption(unmatched.getFirst(), command));
    }
    return command.getSubcommands().isEmpty()
        ? "unexpected argument: '" + unmatched.getFirst() + "'"
        : UnknownCommand.errorMessage(unmatched, command);
  }

  private static String unknownOption(String argument, CommandLine command) {
    String option = argument.replaceFirst("=.*", "");
    List<String> names =
        command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
    return "unknown option '" + argument + "'" + suggestion(SimilarNames.of(option, names));
  }

  /** Returns a question that suggests names, to be appended to an error message. */
  static String suggestion(List<String> names) {
    return names.isEmpty() ? "" : "; did you mean " + EnglishList.alternatives(names) + "?";
  }
}
