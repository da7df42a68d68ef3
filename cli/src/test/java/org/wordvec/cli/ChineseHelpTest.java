package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.TextWidth;
import org.wordvec.cli.shell.ShellTest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class ChineseHelpTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wordvec.cli.base.help", Locale.CHINESE);
  private static final Pattern PLACEHOLDER = Pattern.compile("--[a-z][a-z-]*|\\bNAME\\.[a-z]+|%%");

  private final Locale usual = Locale.getDefault(Locale.Category.DISPLAY);

  @BeforeEach
  void setChineseLocale() {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(Locale.Category.DISPLAY, usual);
  }

  @ParameterizedTest
  @MethodSource("org.wordvec.cli.HelpTest#commands")
  void everyHelpIsInChinese(List<String> names) {
    List<String> arguments = new ArrayList<>(names);
    arguments.add("--help");
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("用法：wordvec")
        .contains("示例：", "通用：")
        .doesNotContain("${", "null");
    assertThat(run.lines())
        .filteredOn(line -> !line.contains("<("))
        .filteredOn(
            line -> line.matches(".*\\((default|required)\\b.*|.*\\([a-z]+ [^)]* [a-z]+\\).*"))
        .isEmpty();
    assertThat(run.lines())
        .as("four English words on end, but for examples")
        .filteredOn(line -> !line.startsWith("  wordvec ") && !line.contains("--"))
        .noneMatch(line -> line.matches(".*([a-z]{2,} ){4}.*"));
    assertThat(run.lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
  }

  /** Checks that a shared text translates a single English text. */
  @Test
  void everyOptionAndOperandOfEveryCommandHasATextOfItsOwnMeaning() {
    Map<String, String> english = new TreeMap<>();
    List<CommandLine> translated = ShellTest.all(ShellTest.tree());
    for (CommandLine command : inEnglish()) {
      CommandSpec spec = command.getCommandSpec();
      CommandSpec other = translated.removeFirst().getCommandSpec();
      for (int i = 0; i < spec.args().size(); i++) {
        ArgSpec argument = spec.args().get(i);
        String key = key(spec, name(argument));
        String text = String.join(" ", argument.description());
        String chinese = String.join(" ", other.args().get(i).description());
        assertThat(BUNDLE.containsKey(key)).as(key).isTrue();
        assertThat(chinese).as(key).isNotBlank().isNotEqualTo(text);
        assertThat(english.computeIfAbsent(key, _ -> text))
            .as("%s of %s", key, spec.qualifiedName())
            .isEqualTo(text);
        assertThat(placeholders(chinese)).as(key).isEqualTo(placeholders(text));
        if (text.contains("(default: " + argument.defaultValue())) {
          assertThat(chinese).as(key).contains("（默认：" + argument.defaultValue());
        }
      }
    }
    assertThat(english).hasSizeGreaterThan(100);
  }

  @Test
  void everyCommandAndSectionHasAText() {
    for (CommandLine command : inEnglish()) {
      CommandSpec spec = command.getCommandSpec();
      String prefix = spec.qualifiedName(".") + ".usage.";
      assertThat(lines(prefix + "description"))
          .as(prefix)
          .isEqualTo(spec.usageMessage().description().length);
      int footers = lines(prefix + "footer");
      boolean remarked =
          Arrays.stream(spec.usageMessage().footer()).anyMatch(line -> line.matches(".* \\(.*"));
      assertThat(footers > 0 || !remarked).as(prefix + "footer").isTrue();
      for (Map.Entry<String, CommandSpec> group : GroupedOptions.groups(spec)) {
        assertThat(BUNDLE.getString("group." + group.getKey())).isNotBlank();
      }
    }
  }

  /** Checks that every translation belongs to an option or command. */
  @Test
  void everyKeyIsUsed() {
    Set<String> known = new TreeSet<>();
    for (CommandLine command : inEnglish()) {
      CommandSpec spec = command.getCommandSpec();
      String path = spec.qualifiedName(".");
      for (ArgSpec argument : spec.args()) {
        known.add(name(argument));
        known.add(path + "." + name(argument));
      }
      for (Map.Entry<String, CommandSpec> group : GroupedOptions.groups(spec)) {
        known.add("group." + group.getKey());
        known.add(path + ".group." + group.getKey());
      }
      known.add(path + ".usage");
    }
    assertThat(BUNDLE.keySet())
        .allSatisfy(
            key ->
                assertThat(known)
                    .contains(
                        key.startsWith("usage.")
                            ? "wordvec.usage"
                            : key.replaceFirst("\\.usage\\..*", ".usage")));
  }

  @Test
  void textsOfOptionsOfOneNameAreThoseOfTheirCommands() {
    assertThat(help("map")).contains("tsne", "像素", "每个 --neighbors-of", "同一幅图");
    assertThat(help("map")).contains("%n词：".formatted()).doesNotContain("分词", "余弦的积");
    assertThat(help("manual")).contains("文件夹").doesNotContain("vocab");
    assertThat(help("compare")).contains("不影响结果", "两个模型都认识");
    assertThat(help("evaluate")).contains("不影响结果", "余弦的积");
    assertThat(help("train glove")).contains("分词与规范化：", "同样的向量");
  }

  @Test
  void otherLanguagesGetEnglish() {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.FRENCH);
    assertThat(CommandRun.of("vocab", "--help").out()).startsWith("Usage: wordvec");
  }

  private static String help(String command) {
    return CommandRun.of((command + " --help").split(" ", -1)).out().replaceAll("\n +", "");
  }

  private static List<CommandLine> inEnglish() {
    Locale chinese = Locale.getDefault(Locale.Category.DISPLAY);
    Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    try {
      return ShellTest.all(ShellTest.tree());
    } finally {
      Locale.setDefault(Locale.Category.DISPLAY, chinese);
    }
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName().substring(2)
        : argument.paramLabel() + "[" + ((PositionalParamSpec) argument).index() + "]";
  }

  private static String key(CommandSpec command, String name) {
    String own = command.qualifiedName(".") + "." + name;
    return BUNDLE.containsKey(own) ? own : name;
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static int lines(String key) {
    if (BUNDLE.containsKey(key)) {
      return 1;
    }
    int lines = 0;
    while (BUNDLE.containsKey(key + "." + lines)) {
      lines++;
    }
    return lines;
  }
}
