package org.wordvec.cli.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wordvec neighbors}. */
@Command(
    name = "neighbors",
    customSynopsis = {
      "wordvec neighbors [OPTIONS] MODEL WORD...",
      "       wordvec neighbors [OPTIONS] MODEL --input FILE",
    },
    description = {
      "Finds the nearest neighbours of words by cosine similarity.",
      "Each word is a separate query; use 'wordvec analogy' for sums of words."
    },
    footer = {
      "  wordvec neighbors vectors.bin king",
      "  wordvec neighbors vectors.bin -k 3 --format csv paris london",
      "  wordvec neighbors vectors.bin king --top 20000 --match '^[a-z]+$'",
      "  wordvec neighbors vectors.bin --input words.csv --column word > answers.tsv",
      "  wordvec neighbors vectors.bin -- -5        (a word that begins with a dash)"
    })
public final class NeighborsCommand extends QueryCommand {
  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORD",
      description = "The words whose neighbours to find; each is a separate query.")
  private List<String> words = List.of();

  @Mixin(name = GroupedOptions.INPUT)
  private final BatchOptions batch = new BatchOptions();

  @Mixin(name = GroupedOptions.SEARCH)
  private final SearchOptions search = new SearchOptions();

  @Mixin(name = GroupedOptions.QUERY)
  private final VectorOption given = new VectorOption();

  @Mixin(name = GroupedOptions.ENGINE)
  private final SearchEngineOption engine = new SearchEngineOption();

  public NeighborsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> operands) {
    words = operands;
    return true;
  }

  /** Option for the kind of input. */
  static final class VectorOption {
    @Option(
        names = "--vectors",
        description =
            "The input holds vectors instead of words: each line has one number for each dimension"
                + " of the model, optionally after a word (default: words).")
    boolean vectors;
  }

  @Override
  protected void check() {
    search.checked();
    batch.check(1);
    if (isBatch() == !words.isEmpty()) {
      throw new IllegalArgumentException(
          words.isEmpty() ? "neighbors needs a WORD or --input" : "give either words or --input");
    }
  }

  @Override
  protected List<String> queryWords() {
    return words;
  }

  @Override
  protected boolean isBatch() {
    return batch.isGiven() || given.vectors;
  }

  @Override
  protected Report result(Model opened) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    List<List<Neighbor>> found = search(opened).nearest(words, search.checked(), threads);
    NeighborTable table = table(opened);
    for (int i = 0; i < words.size(); i++) {
      table.add(words.get(i), opened.composes(words.get(i)), found.get(i));
    }
    return table.report();
  }

  @Override
  protected void runBatch(Model opened, ResultFormat format) throws IOException {
    Neighbors neighbors = search(opened);
    NeighborTable table = table(opened);
    StreamedResults results = new StreamedResults(batch, opened);
    BatchRun.BlockSearch blockSearch =
        given.vectors
            ? (block, threads) -> rowsOfVectors(block, threads, neighbors, table, results)
            : (block, threads) -> rowsOfWords(block, threads, neighbors, table, results, opened);
    results.run(table.columns(), format, blockSearch, terminal());
  }

  private Neighbors search(Model opened) throws IOException {
    return search.within(
        engine.engine == SearchEngineKind.WORDVEC
            ? neighbors(opened)
            : new Neighbors(opened.vectors(), opened.unseen(), engine.engine()),
        terminal());
  }

  private static NeighborTable table(Model opened) {
    return new NeighborTable("query", "cosine", opened.hasSubwords());
  }

  /** Returns the rows of a block of words; a word that occurs several times is searched once. */
  private List<List<Object>> rowsOfWords(
      List<Query> block,
      int threads,
      Neighbors neighbors,
      NeighborTable table,
      StreamedResults results,
      Model opened) {
    List<Optional<String>> known =
        results.resolve(block, question -> neighbors.known(question.text()));
    List<String> distinct = known.stream().flatMap(Optional::stream).distinct().toList();
    List<List<Neighbor>> found = neighbors.nearest(distinct, search.checked(), threads);
    Map<String, List<Neighbor>> byWord = new LinkedHashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      byWord.put(distinct.get(i), found.get(i));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      Query question = block.get(i);
      String word = question.text();
      rows.addAll(
          known.get(i).isPresent()
              ? results.counted(
                  table.rows(word, opened.composes(word), byWord.getOrDefault(word, List.of())))
              : results.emptyRows(question, table.columns().size()));
    }
    return rows;
  }

  private List<List<Object>> rowsOfVectors(
      List<Query> block,
      int threads,
      Neighbors neighbors,
      NeighborTable table,
      StreamedResults results) {
    int dimensions = neighbors.vectors().dimensions();
    List<Optional<GivenVector>> known =
        results.resolve(
            block, question -> GivenVector.parse(question, dimensions).requireNonZero());
    List<GivenVector> vectors = known.stream().flatMap(Optional::stream).toList();
    List<List<Neighbor>> found =
        neighbors.of(vectors.stream().map(GivenVector::values).toList(), search.checked(), threads);
    List<List<Object>> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < block.size(); i++) {
      if (known.get(i).isPresent()) {
        String name = vectors.get(next).name();
        rows.addAll(results.counted(table.rows(name, false, found.get(next++))));
      } else {
        rows.addAll(results.emptyRows(block.get(i), table.columns().size()));
      }
    }
    return rows;
  }
}
