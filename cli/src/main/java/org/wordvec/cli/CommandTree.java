package org.wordvec.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/**
 * All commands by name.
 *
 * <p>Reading a command's annotations takes picocli tens of milliseconds, so only the requested
 * command is built where the first arguments name one, and none where the version is asked for.
 */
final class CommandTree {
  static final List<String> VERSION = List.of("-V", "--version");

  private static final int WIDEST_HELP = 110;

  private final Map<String, Function<Terminal, CommandLine>> verbs = new LinkedHashMap<>();
  private final String second;

  private CommandTree(List<String> arguments) {
    second = arguments.size() < 2 ? "" : arguments.get(1);
    verbs.put("demo", terminal -> new CommandLine(new DemoCommand(terminal)));
    verbs.put("train", this::train);
    verbs.put("vocab", terminal -> new CommandLine(new VocabularyCommand(terminal)));
    verbs.put("tokenize", terminal -> new CommandLine(new TokenizeCommand(terminal)));
    verbs.put("phrases", terminal -> new CommandLine(new PhrasesCommand(terminal)));
    verbs.put("cooccur", terminal -> new CommandLine(new CooccurrenceCommand(terminal)));
    verbs.put("neighbors", terminal -> new CommandLine(new NeighborsCommand(terminal)));
    verbs.put("analogy", terminal -> new CommandLine(new AnalogyCommand(terminal)));
    verbs.put("similarity", terminal -> new CommandLine(new SimilarityCommand(terminal)));
    verbs.put("odd-one-out", terminal -> new CommandLine(new OddOneOutCommand(terminal)));
    verbs.put("rank", terminal -> new CommandLine(new RankCommand(terminal)));
    verbs.put("vectors", terminal -> new CommandLine(new VectorsCommand(terminal)));
    verbs.put("shell", terminal -> new CommandLine(new ShellCommand(terminal)));
    verbs.put("subwords", terminal -> new CommandLine(new SubwordsCommand(terminal)));
    verbs.put("evaluate", terminal -> new CommandLine(new EvaluateCommand(terminal)));
    verbs.put("map", terminal -> new CommandLine(new MapCommand(terminal)));
    verbs.put("senses", terminal -> new CommandLine(new SensesCommand(terminal)));
    verbs.put("compare", terminal -> new CommandLine(new CompareCommand(terminal)));
    verbs.put("convert", terminal -> new CommandLine(new ConvertCommand(terminal)));
    verbs.put("info", terminal -> new CommandLine(new InfoCommand(terminal)));
    verbs.put("doctor", terminal -> new CommandLine(new DoctorCommand(terminal)));
    verbs.put("devices", terminal -> new CommandLine(new DevicesCommand(terminal)));
    verbs.put("completion", terminal -> new CommandLine(new CompletionCommand(terminal)));
    verbs.put("manual", terminal -> new CommandLine(new ManualCommand(terminal)));
  }

  /** The program's command line, ready to execute these arguments. */
  static CommandLine of(Terminal terminal, List<String> arguments) {
    CommandLine root = new CommandLine(new RootCommand(terminal));
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    CommandLine tree = with(root, new CommandTree(arguments).verbs, first, terminal);
    HelpLanguage.apply(tree, Locale.getDefault(Locale.Category.DISPLAY));
    // ArgumentFiles does it.
    return configured(tree, terminal).setExpandAtFiles(false);
  }

  private CommandLine train(Terminal terminal) {
    Map<String, Function<Terminal, CommandLine>> models = new LinkedHashMap<>();
    models.put("word2vec", own -> new CommandLine(new Word2VecCommand(own)));
    models.put("glove", own -> new CommandLine(new GloVeCommand(own)));
    models.put("fasttext", own -> new CommandLine(new FastTextCommand(own)));
    return with(new CommandLine(new TrainCommand(terminal)), models, second, terminal);
  }

  private static CommandLine with(
      CommandLine group,
      Map<String, Function<Terminal, CommandLine>> commands,
      String asked,
      Terminal terminal) {
    if (commands.containsKey(asked)) {
      return group.addSubcommand(asked, commands.get(asked).apply(terminal));
    }
    if (!VERSION.contains(asked)) {
      commands.forEach((name, command) -> group.addSubcommand(name, command.apply(terminal)));
    }
    return group;
  }

  private static ParseResult leaf(ParseResult arguments) {
    return arguments.hasSubcommand() ? leaf(arguments.subcommand()) : arguments;
  }

  /** Sets up how a command reads its arguments and shows help and errors. */
  static CommandLine configured(CommandLine root, Terminal terminal) {
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(root.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new GroupedOptions());
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
}
