package org.wordvec.cli.base;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports usage errors of a group of commands. */
public final class Usage {
  private static final List<String> GENERAL =
      List.of("--stacktrace", DefaultsFile.OPTION, "--help", "--version");

  private Usage() {}

  /** Throws if arguments were given to a group instead of one of its commands. */
  public static void rejectArguments(CommandSpec group) {
    ParseResult given = group.commandLine().getParseResult();
    if (!given.unmatched().isEmpty()) {
      throw new UnmatchedArgumentException(group.commandLine(), given.unmatched());
    }
    for (OptionSpec option : given.matchedOptions()) {
      if (!GENERAL.contains(option.longestName())) {
        throw new ParameterException(
            group.commandLine(),
            given.hasSubcommand()
                ? "%s is an option of '%s'; put it after the command"
                    .formatted(option.longestName(), given.subcommand().commandSpec().name())
                : option.longestName() + " needs a model to train, or --resume DIR");
      }
    }
  }

  /**
   * Throws if an option was given that has no effect.
   *
   * @param groups of {@link GroupedOptions}
   * @param except options of these groups that do have one
   * @param why ends the sentence "OPTION has no effect …"
   */
  public static void rejectOptions(
      CommandSpec command, List<String> groups, List<String> except, String why) {
    ParseResult given = command.commandLine().getParseResult();
    for (Map.Entry<String, CommandSpec> group : GroupedOptions.groups(command)) {
      for (OptionSpec option : group.getValue().options()) {
        if (groups.contains(group.getKey())
            && given.hasMatchedOption(option.longestName())
            && !except.contains(option.longestName())) {
          throw new ParameterException(
              command.commandLine(), option.longestName() + " has no effect " + why);
        }
      }
    }
  }

  /** Prints the help to standard error and returns the exit code of a usage error. */
  public static int missingCommand(CommandSpec group) {
    group.commandLine().usage(group.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
