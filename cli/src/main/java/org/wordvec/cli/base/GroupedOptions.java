package org.wordvec.cli.base;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Renders the option list of the help, grouped by mixin.
 *
 * <p>picocli's argument groups have headings too, but when an option is repeated they start a new
 * group and forget earlier values; with mixins, picocli reports the repetition.
 */
public final class GroupedOptions implements IHelpSectionRenderer {
  public static final String CORPUS = "Corpus";
  public static final String WORDS = "Words";
  public static final String PHRASES = "Phrases";
  public static final String VOCABULARY = "Vocabulary";
  public static final String MODEL = "Model";
  public static final String COUNTING = "Counting";
  public static final String SUBWORDS = "Subwords";
  public static final String SENSES = "Senses";
  public static final String TRAINING = "Training";
  public static final String CHECKPOINTS = "Checkpoints";
  public static final String ENGINE = "Engine";
  public static final String EVALUATION = "Evaluation";
  public static final String QUERY = "Query";
  public static final String INPUT = "Input";
  public static final String SEARCH = "Search";
  public static final String DRAWING = "Drawing";
  public static final String PICTURE = "Picture";
  public static final String REPAIR = "Repair";
  public static final String SCORING = "Scoring";
  public static final String OUTPUT = "Output";
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
          SENSES,
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

  /** Returns a command's groups of options by heading, in the order in which they are shown. */
  public static List<Map.Entry<String, CommandSpec>> groups(CommandSpec command) {
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
