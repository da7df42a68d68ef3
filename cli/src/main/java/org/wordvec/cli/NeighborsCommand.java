package org.wordvec.cli;

import java.util.List;
import org.wordvec.vectors.Neighbor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec neighbors}. */
@Command(
    name = "neighbors",
    customSynopsis = "wordvec neighbors [OPTIONS] MODEL WORD...",
    description = "Finds the words whose vectors are nearest by cosine.",
    footer = {
      "  wordvec neighbors vectors.bin king",
      "  wordvec neighbors vectors.bin -k 3 --format csv paris london",
      "  wordvec neighbors vectors.bin -- -5        (a word that begins with a dash)"
    })
final class NeighborsCommand extends QueryCommand {
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "WORD",
      description = "Words to start from; each gets its own answers.")
  private List<String> words = List.of();

  @Mixin(name = GroupedOptions.SEARCH)
  private final CountOption count = new CountOption();

  NeighborsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() {
    count.checked();
  }

  @Override
  List<String> asked() {
    return words;
  }

  @Override
  Report answer(Model opened) {
    int threads = Runtime.getRuntime().availableProcessors();
    List<List<Neighbor>> found = opened.neighbors().nearest(words, count.checked(), threads);
    NeighborTable table = new NeighborTable("query", "cosine", opened.hasSubwords());
    for (int i = 0; i < words.size(); i++) {
      table.add(words.get(i), opened.composes(words.get(i)), found.get(i));
    }
    return table.report();
  }
}
