package org.wordvec.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.wordvec.cli.base.CommandSetup;
import org.wordvec.cli.base.HelpLanguage;
import org.wordvec.cli.base.Version;
import org.wordvec.cli.demo.DemoCommand;
import org.wordvec.cli.help.CompletionCommand;
import org.wordvec.cli.help.ManualCommand;
import org.wordvec.cli.map.MapCommand;
import org.wordvec.cli.query.AnalogyCommand;
import org.wordvec.cli.query.CompareCommand;
import org.wordvec.cli.query.ConvertCommand;
import org.wordvec.cli.query.DoctorCommand;
import org.wordvec.cli.query.EvaluateCommand;
import org.wordvec.cli.query.InfoCommand;
import org.wordvec.cli.query.NeighborsCommand;
import org.wordvec.cli.query.OddOneOutCommand;
import org.wordvec.cli.query.RankCommand;
import org.wordvec.cli.query.SimilarityCommand;
import org.wordvec.cli.query.SubwordsCommand;
import org.wordvec.cli.query.VectorsCommand;
import org.wordvec.cli.senses.DisambiguateCommand;
import org.wordvec.cli.senses.SensesCommand;
import org.wordvec.cli.senses.SensesEvaluateCommand;
import org.wordvec.cli.senses.SensesGroup;
import org.wordvec.cli.shell.ShellCommand;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CooccurrenceCommand;
import org.wordvec.cli.text.PhrasesCommand;
import org.wordvec.cli.text.TokenizeCommand;
import org.wordvec.cli.text.VocabularyCommand;
import org.wordvec.cli.train.FastTextCommand;
import org.wordvec.cli.train.GloVeCommand;
import org.wordvec.cli.train.SensesTrainingCommand;
import org.wordvec.cli.train.TrainCommand;
import org.wordvec.cli.train.Word2VecCommand;
import picocli.CommandLine;

/**
 * Builds picocli's command line with all commands.
 *
 * <p>Reading a command's annotations takes picocli tens of milliseconds, so only the requested
 * command is built where the first arguments name one, and none if only the version is requested.
 */
public final class CommandTree {
  private static final String EVALUATE = "evaluate";

  private final Map<String, Function<Terminal, CommandLine>> verbs = new LinkedHashMap<>();
  private final String family;

  private CommandTree(List<String> arguments) {
    family = arguments.size() < 2 ? "" : arguments.get(1);
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
    verbs.put("senses", this::senses);
    verbs.put("disambiguate", terminal -> new CommandLine(new DisambiguateCommand(terminal)));
    verbs.put("compare", terminal -> new CommandLine(new CompareCommand(terminal)));
    verbs.put("convert", terminal -> new CommandLine(new ConvertCommand(terminal)));
    verbs.put("info", terminal -> new CommandLine(new InfoCommand(terminal)));
    verbs.put("doctor", terminal -> new CommandLine(new DoctorCommand(terminal)));
    verbs.put("devices", terminal -> new CommandLine(new DevicesCommand(terminal)));
    verbs.put(
        "completion",
        terminal -> new CommandLine(new CompletionCommand(terminal, CommandTree::all)));
    verbs.put("manual", terminal -> new CommandLine(new ManualCommand(terminal, CommandTree::all)));
  }

  /** Returns the program's command line, set up to execute these arguments. */
  public static CommandLine of(Terminal terminal, List<String> arguments) {
    CommandLine root = new CommandLine(new RootCommand(terminal));
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    CommandLine tree = with(root, new CommandTree(arguments).verbs, first, terminal);
    HelpLanguage.apply(tree, Locale.getDefault(Locale.Category.DISPLAY));
    // ArgumentFiles expands them.
    return CommandSetup.of(tree, terminal).setExpandAtFiles(false);
  }

  /** Returns the program's command line with every command. */
  static CommandLine all(Terminal terminal) {
    return of(terminal, List.of());
  }

  private CommandLine train(Terminal terminal) {
    Map<String, Function<Terminal, CommandLine>> models = new LinkedHashMap<>();
    models.put("word2vec", own -> new CommandLine(new Word2VecCommand(own)));
    models.put("glove", own -> new CommandLine(new GloVeCommand(own)));
    models.put("fasttext", own -> new CommandLine(new FastTextCommand(own)));
    models.put("senses", own -> new CommandLine(new SensesTrainingCommand(own)));
    return with(
        new CommandLine(new TrainCommand(terminal, Invocation::runAllowingRepeats)),
        models,
        family,
        terminal);
  }

  private CommandLine senses(Terminal terminal) {
    if (family.equals(EVALUATE)) {
      return new CommandLine(new SensesGroup(terminal))
          .addSubcommand(EVALUATE, new SensesEvaluateCommand(terminal));
    }
    CommandLine senses = new CommandLine(new SensesCommand(terminal));
    // After a model, the word of a query may have the name of a command.
    return family.isEmpty() || family.startsWith("-")
        ? senses.addSubcommand(EVALUATE, new SensesEvaluateCommand(terminal))
        : senses;
  }

  private static CommandLine with(
      CommandLine group,
      Map<String, Function<Terminal, CommandLine>> commands,
      String requested,
      Terminal terminal) {
    if (commands.containsKey(requested)) {
      return group.addSubcommand(requested, commands.get(requested).apply(terminal));
    }
    if (!Version.OPTIONS.contains(requested)) {
      commands.forEach((name, command) -> group.addSubcommand(name, command.apply(terminal)));
    }
    return group;
  }
}
