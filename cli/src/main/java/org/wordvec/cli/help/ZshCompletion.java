package org.wordvec.cli.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wordvec.cli.help.CompletedCommand.Operand;
import org.wordvec.cli.help.CompletedCommand.Option;
import org.wordvec.cli.help.CompletedCommand.Value;

/** Writes completions for zsh: a function for each command, which calls {@code _arguments}. */
final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef wordvec
      # Completion of wordvec for zsh, printed by 'wordvec completion zsh'. It can be sourced, or
      # installed as the file
      # installed as the file _wordvec in a folder of $fpath.

      """;

  private static final String TAIL =
      """
      # Completes subcommands of the commands that the words before the cursor name.
      _wordvec_named() {
        local function=_wordvec word
        for word in ${words[2,CURRENT-1]}; do
          [[ $word == -* ]] || function=${function}_$word
        done
        (( $+functions[${function}_commands] )) && ${function}_commands "$@"
      }

      if [ "$funcstack[1]" = _wordvec ]; then
        _wordvec "$@"
      else
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
        compdef _wordvec wordvec
      fi
      """;

  private final StringBuilder script = new StringBuilder(HEAD);
  private final List<Map<String, String>> lists = new ArrayList<>();

  private ZshCompletion() {}

  static String of(List<CompletedCommand> commands) {
    ZshCompletion completion = new ZshCompletion();
    commands.forEach(completion::add);
    for (int list = 0; list < completion.lists.size(); list++) {
      completion.describe(valuesFunction(list), "value", completion.lists.get(list));
    }
    return completion.script + TAIL;
  }

  private void add(CompletedCommand command) {
    String function = function(command.path());
    boolean group = !command.commands().isEmpty();
    script.append(function).append("() {\n");
    if (group) {
      script.append("  local curcontext=$curcontext state line\n  local -A opt_args\n");
    }
    script.append("  _arguments -s -S").append(group ? " -C" : "");
    command.options().forEach(this::add);
    command.operands().forEach(this::add);
    if (group) {
      argument("1:command:" + function + "_commands");
      argument("*:: :->command");
      script.append(" && return\n  [[ $state == command ]] || return 1\n");
      script.append("  local next=").append(function).append("_${line[1]}\n");
      script.append("  (( $+functions[$next] )) && $next\n");
    }
    script.append("\n}\n\n");
    if (group) {
      describe(function + "_commands", "command", command.commands());
    }
  }

  private void add(Option option) {
    String value =
        option.takesValue() ? ":" + escaped(option.label()) + ":" + action(option.value()) : "";
    String others = option.repeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
    for (String name : option.names()) {
      String glue = value.isEmpty() ? "" : name.startsWith("--") ? "=" : "+";
      argument(others + name + glue + "[" + escaped(option.summary()) + "]" + value);
    }
  }

  private void add(Operand operand) {
    String label = ":" + escaped(operand.label()) + ":" + action(operand.value());
    if (operand.isEndless()) {
      argument("*" + label);
    } else {
      argument((operand.first() + 1) + label);
    }
  }

  private void argument(String specification) {
    script.append(" \\\n    ").append(quoted(specification));
  }

  private String action(Value value) {
    return switch (value) {
      case Value.AnyFile file -> "_files";
      case Value.Folder folder -> "_files -/";
      case Value.CommandName command -> "_wordvec_named";
      case Value.Free free -> " ";
      case Value.Words words -> {
        if (!lists.contains(words.meanings())) {
          lists.add(words.meanings());
        }
        yield valuesFunction(lists.indexOf(words.meanings()));
      }
    };
  }

  private void describe(String function, String kind, Map<String, String> meanings) {
    script.append(function).append("() {\n  local -a all\n  all=(\n");
    meanings.forEach(
        (name, meaning) ->
            script
                .append("    ")
                .append(quoted(name.replace(":", "\\:") + ":" + meaning))
                .append('\n'));
    script.append("  )\n  _describe -V -t ").append(kind).append("s ").append(kind);
    script.append(" all \"$@\"\n}\n\n");
  }

  private static String valuesFunction(int list) {
    return "_wordvec__values_" + list;
  }

  private static String function(List<String> path) {
    return path.isEmpty() ? "_wordvec" : "_wordvec_" + String.join("_", path);
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\\\[\\]:]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
