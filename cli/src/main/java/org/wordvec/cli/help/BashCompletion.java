package org.wordvec.cli.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.cli.help.CompletedCommand.Operand;
import org.wordvec.cli.help.CompletedCommand.Option;
import org.wordvec.cli.help.CompletedCommand.Value;

/** Writes completions for bash 3.2, the version of macOS, or newer. */
final class BashCompletion {
  private static final String HEAD =
      """
      # Completion of wordvec for bash, printed by 'wordvec completion bash'.

      """;

  private static final String FUNCTION =
      """
      _wordvec() {
        local current=${COMP_WORDS[COMP_CWORD]} word option= prefix= command= named= closed=
        local position=1 place=0 commands options valued kind choices
        COMPREPLY=()
        _wordvec_command ''
        while ((position < COMP_CWORD)); do
          word=${COMP_WORDS[position]}
          if [[ $word == [=:] ]]; then
            # Bash splits --dim=5 into three words.
            ((++position == COMP_CWORD)) || option=
          elif [ -n "$option" ]; then
            option=
          elif [ -z "$closed" ] && [[ $word == -* ]]; then
            [ "$word" != -- ] || closed=yes
            [[ " $valued " != *" $word "* ]] || option=$word
          elif [[ " $commands " == *" $word "* ]]; then
            command=${command:+$command }$word
            _wordvec_command "$command"
          else
            named=${named:+$named }$word
            ((place++))
          fi
          ((position++))
        done
        [[ $current != [=:] ]] || current=
        if [ -z "$option" ] && [[ $current == --*=* ]]; then
          # COMP_WORDBREAKS may not contain the = sign.
          option=${current%%=*} prefix=${current%%=*}= current=${current#*=}
        fi
        if [ -n "$option" ]; then
          _wordvec_value "$command $option"
        elif [ -z "$closed" ] && [[ $current == -* ]]; then
          kind=words choices=$options
        elif [ -n "$commands" ]; then
          kind=words choices=$commands
        else
          _wordvec_value "$command $place"
        fi
        if [ "$kind" = commands ]; then
          _wordvec_command "$named"
          kind=words choices=$commands
        fi
        # Bash completes file names itself, since it quotes them correctly.
        case $kind in
          files) [ -z "$prefix" ] || _wordvec_reply -f ;;
          folders) compopt -o dirnames +o default 2>/dev/null || _wordvec_reply -d ;;
          *)
            compopt +o default 2>/dev/null
            _wordvec_reply -W "$choices"
            ;;
        esac
      }

      # Replies with the words from compgen that begin with the current word.
      _wordvec_reply() {
        local IFS=$'\\n'
        COMPREPLY=($(IFS=$' \\t\\n' compgen -P "$prefix" "$@" -- "$current"))
      }

      complete -o default -F _wordvec wordvec
      """;

  private BashCompletion() {}

  static String of(List<CompletedCommand> commands) {
    StringBuilder script = new StringBuilder(HEAD);
    script.append(
        "# Sets the subcommands of a command, its options, and its options with a value.\n");
    script.append("_wordvec_command() {\n  commands= options= valued=\n  case $1 in\n");
    for (CompletedCommand command : commands) {
      script.append("    ").append(quoted(String.join(" ", command.path()))).append(")\n");
      set("commands", List.copyOf(command.commands().keySet()), script);
      set("options", names(command.options()), script);
      set("valued", names(command.options().stream().filter(Option::takesValue).toList()), script);
      script.append("      ;;\n");
    }
    script.append("  esac\n}\n\n");
    script.append("# Sets the possible values of an option, or of the operand at a position.\n");
    script.append("_wordvec_value() {\n  kind=free choices=\n  case $1 in\n");
    values(commands)
        .forEach(
            (value, places) ->
                script
                    .append("    ")
                    .append(String.join(" | \\\n    ", places))
                    .append(")\n      ")
                    .append(value)
                    .append("\n      ;;\n"));
    return script.append("  esac\n}\n\n").append(FUNCTION).toString();
  }

  private static void set(String variable, List<String> words, StringBuilder script) {
    script.append("      ").append(variable).append('=');
    script.append(quoted(String.join(" ", words))).append('\n');
  }

  private static List<String> names(List<Option> options) {
    return options.stream().flatMap(option -> option.names().stream()).toList();
  }

  /** Returns assignments, each with the patterns of the positions to which it applies. */
  private static Map<String, List<String>> values(List<CompletedCommand> commands) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (CompletedCommand command : commands) {
      String path = String.join(" ", command.path()) + " ";
      for (Option option : command.options()) {
        for (String name : option.names()) {
          add(option.value(), quoted(path + name), values);
        }
      }
      for (Operand operand : command.operands()) {
        String place =
            operand.isEndless()
                ? quoted(path) + "[" + operand.first() + "-9]*"
                : quoted(path + operand.first());
        add(operand.value(), place, values);
      }
    }
    return values;
  }

  private static void add(Value value, String place, Map<String, List<String>> values) {
    String assignment =
        switch (value) {
          case Value.AnyFile file -> "kind=files";
          case Value.Folder folder -> "kind=folders";
          case Value.CommandName command -> "kind=commands";
          case Value.Words words ->
              "kind=words choices=" + quoted(String.join(" ", words.meanings().keySet()));
          case Value.Free free -> "";
        };
    if (!assignment.isEmpty()) {
      values.computeIfAbsent(assignment, key -> new ArrayList<>()).add(place);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
