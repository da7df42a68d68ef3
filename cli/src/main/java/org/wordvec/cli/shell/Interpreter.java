package org.wordvec.cli.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.base.CommandSetup;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.ModelNotes;
import org.wordvec.cli.base.Session;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.words.WordList;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import picocli.CommandLine;

/**
 * Executes the lines of a shell, in the grammar of the commands. An invalid line prints an error
 * message to the terminal's error stream. Not thread-safe.
 */
final class Interpreter implements AutoCloseable {
  private final Terminal terminal;
  private final boolean coloured;
  private final ShellSettings settings;
  private Path path;
  private Arena arena;
  private Session session;

  /** Result of a line. */
  enum Outcome {
    OK,
    FAILED,
    /** The user wants to quit. */
    QUIT
  }

  /** Opens a model. */
  @SuppressWarnings(
      "MustBeClosedChecker") // It is closed with this, or when another model is opened.
  Interpreter(Path path, Terminal terminal, boolean coloured) throws IOException {
    this.terminal = terminal;
    this.settings = new ShellSettings(terminal);
    this.coloured = coloured;
    this.path = path;
    this.arena = Arena.ofShared();
    this.session = open(path, arena);
  }

  private Session open(Path path, Arena arena) throws IOException {
    try {
      if (Files.notExists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      return new Session(ModelNotes.printed(Models.open(path, arena), path, terminal), coloured);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Returns format and size of the model, for the user. */
  String summary() {
    Model model = session.model();
    return String.format(
        Locale.ROOT,
        "%s, %,d words, %d dimensions",
        model.format(),
        model.words().size(),
        model.dimensions());
  }

  WordList words() {
    return session.model().words();
  }

  /** Executes a line and prints its result. */
  Outcome execute(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Outcome.OK;
    }
    try {
      return text.startsWith(":") && text.length() > 1 ? directive(text) : query(text);
    } catch (Throwable e) {
      terminal.err().println("wordvec: " + Failure.of(e).line());
      return Outcome.FAILED;
    }
  }

  private Outcome directive(String line) throws IOException {
    List<String> tokens = ShellTokens.of(line);
    String rest = ShellTokens.plain(String.join(" ", tokens.subList(1, tokens.size())));
    switch (tokens.getFirst()) {
      case ":quit", ":q", ":exit" -> {
        return Outcome.QUIT;
      }
      case ":help", ":h", ":?" -> help();
      case ":set" -> set(tokens);
      case ":open" -> reopen(Path.of(rest));
      default ->
          throw new IllegalArgumentException(
              "unknown " + tokens.getFirst() + ", expected :help, :set, :open or :quit");
    }
    return Outcome.OK;
  }

  private void set(List<String> tokens) throws IOException {
    switch (tokens.size()) {
      case 1 -> settings.lines().stream().map(PrintableText::of).forEach(terminal.out()::println);
      case 2 -> settings.clear(tokens.get(1));
      default -> settings.set(tokens.get(1), String.join(" ", tokens.subList(2, tokens.size())));
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // It replaces the one that is closed.
  private void reopen(Path other) throws IOException {
    Arena fresh = Arena.ofShared();
    session = open(other, fresh);
    arena.close();
    arena = fresh;
    path = other;
  }

  private Outcome query(String line) {
    ShellQuery query = ShellQuery.of(line);
    QueryCommand command = query.verb().command(terminal);
    command.setSession(session);
    CommandLine parser = CommandSetup.of(new CommandLine(command), terminal);
    // Options of the line come after the settings and override them.
    parser.setOverwrittenOptionsAllowed(true);
    List<String> arguments = new ArrayList<>(settings.arguments(parser.getCommandSpec()));
    arguments.addAll(query.options());
    if (!query.options().contains("--help")) {
      arguments.add("--");
      arguments.add(path.toString());
      arguments.addAll(query.operands());
    }
    int code = parser.execute(arguments.toArray(String[]::new));
    return code == ExitCode.OK ? Outcome.OK : Outcome.FAILED;
  }

  private void help() {
    PrintWriter out = terminal.out();
    out.println("king                            nearest neighbors of a word");
    out.println("king - man + 0.5*woman          results for a sum of words");
    out.println("'new york' - c\\+\\+ -k 3          quotes, escapes and options");
    out.println("rank king queen cabbage         a command of wordvec, without MODEL:");
    out.println("                                " + ShellVerb.names());
    out.println("rank --help                     options of a command");
    out.println(":set k 20                       an option for all further lines:");
    out.println("                                " + String.join(", ", ShellSettings.NAMES));
    out.println(":set k   :set                   clear it; show all");
    out.println(":open FILE                      open another model");
    out.println(":quit, Ctrl-D                   quit");
  }

  @Override
  public void close() {
    arena.close();
  }
}
