package org.wordvec.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completions for the fish shell, which picocli does not write. */
final class FishCompletion {
  private static final String FUNCTION =
      """
      # Completions of wordvec for fish.
      # Whether the words before the cursor, without options, begin with these.
      function __wordvec_in
          set -l given
          for word in (commandline -opc)[2..]
              string match -q -- '-*' $word; or set -a given $word
          end
          for i in (seq (count $argv))
              test "$given[$i]" = "$argv[$i]"; or return 1
          end
      end

      # Whether they are just these.
      function __wordvec_at
          set -l given
          for word in (commandline -opc)[2..]
              string match -q -- '-*' $word; or set -a given $word
          end
          test "$given" = "$argv"
      end

      """;

  private final StringBuilder script = new StringBuilder(FUNCTION);

  private FishCompletion() {}

  static String of(CommandLine root) {
    FishCompletion completion = new FishCompletion();
    completion.add(root, "");
    return completion.script.toString();
  }

  private void add(CommandLine command, String path) {
    Map<String, CommandLine> children = command.getSubcommands();
    if (!children.isEmpty()) {
      complete("__wordvec_at" + path, "-f");
    }
    children.forEach(
        (name, child) ->
            complete(
                "__wordvec_at" + path,
                "-a "
                    + quoted(name)
                    + " -d "
                    + quoted(CommandText.summary(child.getCommandSpec()))));
    CommandSpec spec = command.getCommandSpec();
    String condition = (children.isEmpty() ? "__wordvec_in" : "__wordvec_at") + path;
    spec.options().forEach(option -> add(option, condition));
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      List<String> choices = CommandText.choices(argument);
      if (!choices.isEmpty()) {
        complete("__wordvec_at" + path, "-f -a " + quoted(String.join(" ", choices)));
      }
    }
    children.forEach((name, child) -> add(child, path + " " + name));
  }

  private void add(OptionSpec option, String condition) {
    StringBuilder line = new StringBuilder();
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
      line.append(' ');
    }
    complete(condition, line + values(option) + "-d " + quoted(CommandText.summary(option)));
  }

  private static String values(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    Class<?> type = option.type();
    if (type == Path.class || type == File.class) {
      return "-r -F ";
    }
    List<String> choices = CommandText.choices(option);
    return choices.isEmpty() ? "-x " : "-x -a " + quoted(String.join(" ", choices)) + " ";
  }

  private void complete(String condition, String rest) {
    script.append("complete -c wordvec -n ").append(quoted(condition)).append(' ').append(rest);
    script.append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
