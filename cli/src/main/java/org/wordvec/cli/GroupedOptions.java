package org.wordvec.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lists options under the names of the mixins that they come from.
 *
 * <p>picocli's own groups have headings too, but start a fresh group, and forget what was set,
 * where an option is given twice; of mixins it says so.
 */
final class GroupedOptions implements IHelpSectionRenderer {
  static final String CORPUS = "Corpus";
  static final String WORDS = "Words";
  static final String PHRASES = "Phrases";
  static final String VOCABULARY = "Vocabulary";
  static final String MODEL = "Model";
  static final String COUNTING = "Counting";
  static final String SUBWORDS = "Subwords";
  static final String TRAINING = "Training";
  static final String CHECKPOINTS = "Checkpoints";
  static final String ENGINE = "Engine";
  static final String EVALUATION = "Evaluation";
  static final String QUERY = "Query";
  static final String INPUT = "Input";
  static final String SEARCH = "Search";
  static final String DRAWING = "Drawing";
  static final String PICTURE = "Picture";
  static final String REPAIR = "Repair";
  static final String SCORING = "Scoring";
  static final String OUTPUT = "Output";
  static final String GENERAL = "General";

  private static final List<String> ORDER =
      List.of(
          CORPUS,
          WORDS,
          PHRASES,
          VOCABULARY,
          MODEL,
          COUNTING,
          SUBWORDS,
          TRAINING,
          CHECKPOINTS,
          ENGINE,
          EVALUATION,
          INPUT,
          QUERY,
          SEARCH,
          DRAWING,
          PICTURE,
          REPAIR,
          SCORING,
          OUTPUT,
          GENERAL);

  @Override
  public String render(Help help) {
    StringBuilder text = new StringBuilder();
    groups(help.commandSpec()).forEach(mixin -> text.append(group(mixin, help)));
    return text.toString();
  }

  /** A command's groups of options by their headings, in order. */
  static List<Map.Entry<String, CommandSpec>> groups(CommandSpec command) {
    return command.mixins().entrySet().stream()
        .sorted(Comparator.comparingInt(mixin -> ORDER.indexOf(mixin.getKey())))
        .toList();
  }

  private static String group(Map.Entry<String, CommandSpec> mixin, Help help) {
    Layout layout =
        help.createDefaultLayout(
            help.commandSpec().options(),
            help.commandSpec().positionalParameters(),
            help.colorScheme());
    layout.addAllOptions(mixin.getValue().options(), help.parameterLabelRenderer());
    return help.createHeading("%n" + heading(mixin.getKey(), help) + "%n") + layout;
  }

  private static String heading(String group, Help help) {
    ResourceBundle texts = help.commandSpec().resourceBundle();
    if (texts == null) {
      return group + ":";
    }
    String shared = "group." + group;
    String own = help.commandSpec().qualifiedName(".") + "." + shared;
    return texts.getString(texts.containsKey(own) ? own : shared) + "：";
  }
}
