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

/** Configures how picocli converts arguments and shows help and errors. */
public final class CommandSetup {
  private static final int WIDEST_HELP = 110;

  private CommandSetup() {}

  /** Configures a command line for a terminal and returns it. */
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

  /** Registers converters that spell enum values as {@link Spelling} does. */
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
