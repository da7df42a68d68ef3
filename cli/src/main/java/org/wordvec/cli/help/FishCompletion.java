package org.wordvec.cli.help;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordvec.cli.help.CompletedCommand.Operand;
import org.wordvec.cli.help.CompletedCommand.Option;
import org.wordvec.cli.help.CompletedCommand.Value;

/** Writes completions for fish. */
final class FishCompletion {
  private static final String HEAD =
      """
      # Completion of wordvec for fish, printed by 'wordvec completion fish'.

      # Prints the words before the cursor without options and their values.
      function __wordvec_words
          set -l value no
          set -l closed no
          for word in (commandline -opc)[2..]
              if test $value = yes
                  set value no
              else if test $closed = no; and string match -q -- '-*' $word
                  test "$word" = --; and set closed yes
                  contains -- $word $__wordvec_valued; and set value yes
              else
                  printf '%s\\n' $word
              end
          end
      end

      # Succeeds if they begin with the arguments.
      function __wordvec_in
          set -l words (__wordvec_words)
          test (count $words) -ge (count $argv); or return 1
          for i in (seq (count $argv))
              test "$words[$i]" = "$argv[$i]"; or return 1
          end
      end

      # Succeeds if they are equal to the arguments.
      function __wordvec_at
          __wordvec_in $argv; and test (count (__wordvec_words)) -eq (count $argv)
      end

      # Succeeds if they begin with argv[3..], and argv[1] to argv[2] words follow.
      function __wordvec_operand
          __wordvec_in $argv[3..]; or return 1
          set -l following (math (count (__wordvec_words)) - (count $argv[3..]))
          test $following -ge $argv[1]; and test $following -le $argv[2]
      end

      """;

  private final StringBuilder script = new StringBuilder(HEAD);

  private final List<CompletedCommand> all;

  private FishCompletion(List<CompletedCommand> all) {
    this.all = all;
  }

  static String of(List<CompletedCommand> commands) {
    FishCompletion completion = new FishCompletion(commands);
    String valued =
        commands.stream()
            .flatMap(command -> command.options().stream())
            .filter(Option::takesValue)
            .flatMap(option -> option.names().stream())
            .distinct()
            .collect(Collectors.joining(" "));
    completion.script.append("set -g __wordvec_valued ").append(valued).append("\n\n");
    commands.forEach(completion::add);
    return completion.script.toString();
  }

  private void add(CompletedCommand command) {
    String path = words(command);
    boolean group = !command.commands().isEmpty();
    if (group) {
      complete("__wordvec_at" + path, "-f -a " + meanings(command.commands()));
    }
    String condition = (group ? "__wordvec_at" : "__wordvec_in") + path;
    command.options().forEach(option -> add(option, condition));
    command.operands().forEach(operand -> add(operand, path));
  }

  private void add(Option option, String condition) {
    StringBuilder line = new StringBuilder();
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
      line.append(' ');
    }
    String value =
        !option.takesValue()
            ? ""
            : switch (option.value()) {
              case Value.AnyFile file -> "-r -F ";
              case Value.Folder folder -> "-x -a '(__fish_complete_directories)' ";
              case Value.Words words -> "-x -a " + meanings(words.meanings()) + " ";
              case Value.CommandName command -> "-x ";
              case Value.Free free -> "-x ";
            };
    complete(condition, line + value + "-d " + quoted(option.summary()));
  }

  private void add(Operand operand, String path) {
    int last = operand.isEndless() ? 9999 : operand.last();
    String condition = "__wordvec_operand " + operand.first() + " " + last + path;
    switch (operand.value()) {
      case Value.AnyFile file -> {}
      case Value.Folder folder -> complete(condition, "-f -a '(__fish_complete_directories)'");
      case Value.Words words -> complete(condition, "-f -a " + meanings(words.meanings()));
      case Value.Free free -> complete(condition, "-f");
      case Value.CommandName name -> {
        complete(condition, "-f");
        for (CompletedCommand command : all) {
          if (!command.commands().isEmpty()) {
            complete(
                "__wordvec_at" + path + words(command), "-f -a " + meanings(command.commands()));
          }
        }
      }
    }
  }

  private static String words(CompletedCommand command) {
    return command.path().stream().map(word -> " " + word).collect(Collectors.joining());
  }

  private void complete(String condition, String rest) {
    script.append("complete -c wordvec -n ").append(quoted(condition)).append(' ').append(rest);
    script.append('\n');
  }

  /**
   * Returns words for {@code -a}, quoted twice, since fish evaluates them again when it completes.
   */
  private static String meanings(Map<String, String> meanings) {
    return quoted(
        meanings.entrySet().stream()
            .map(meaning -> meaning.getKey() + "\\t" + quoted(meaning.getValue()))
            .collect(Collectors.joining(" ")));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
