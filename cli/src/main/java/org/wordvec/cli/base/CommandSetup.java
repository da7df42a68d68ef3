package org.wordvec.cli.base;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.terminal.Colors;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Sets up how a command reads its arguments and shows help and errors. */
public final class CommandSetup {
  private static final int WIDEST_HELP = 110;

  private CommandSetup() {}

  /** Returns the command line itself, set up for this terminal. */
  public static CommandLine of(CommandLine root, Terminal terminal) {
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(root.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new GroupedOptions());
    spellEnumerations(root);
    return root.registerConverter(Path.class, new FileNames())
        .setExecutionStrategy(
            arguments -> {
              FileNames.check(leaf(arguments));
              return new CommandLine.RunLast().execute(arguments);
            })
        .setHelpSectionMap(sections)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(Colors.ansi(terminal)))
        .setUsageHelpWidth(Math.clamp(terminal.columns(), 60, WIDEST_HELP))
        .setUsageHelpLongOptionsMaxWidth(30)
        .setParameterExceptionHandler(new UsageErrors());
  }

  /** Lets values of enumerations be spelt as {@link Spelling} has them. */
  private static void spellEnumerations(CommandLine command) {
    for (ArgSpec argument : command.getCommandSpec().args()) {
      Class<?> type = argument.auxiliaryTypes()[0];
      if (type.isEnum()) {
        register(command, type);
      }
    }
    command.getSubcommands().values().forEach(CommandSetup::spellEnumerations);
  }

  private static <E> void register(CommandLine command, Class<E> type) {
    command.registerConverter(
        type,
        text -> {
          try {
            return Spelling.parse(type, text);
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
          }
        });
  }

  private static ParseResult leaf(ParseResult arguments) {
    return arguments.hasSubcommand() ? leaf(arguments.subcommand()) : arguments;
  }
}
