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
  public boolean take(List<String> operands) {
    words = operands;
    return true;
  }

  /** What a question starts from. */
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
          words.isEmpty()
              ? "neighbors of what? name a WORD or --input"
              : "either words or --input");
    }
  }

  @Override
  protected List<String> asked() {
    return words;
  }

  @Override
  protected boolean isBatch() {
    return batch.isGiven() || given.vectors;
  }

  @Override
  protected Report answer(Model opened) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    List<List<Neighbor>> found = searched(opened).nearest(words, search.checked(), threads);
    NeighborTable table = table(opened);
    for (int i = 0; i < words.size(); i++) {
      table.add(words.get(i), opened.composes(words.get(i)), found.get(i));
    }
    return table.report();
  }

  @Override
  protected void answerAll(Model opened, ResultFormat format) throws IOException {
    Neighbors neighbors = searched(opened);
    NeighborTable table = table(opened);
    StreamedResults answers = new StreamedResults(batch, opened);
    BatchRun.Answerer answerer =
        given.vectors
            ? (block, threads) -> toVectors(block, threads, neighbors, table, answers)
            : (block, threads) -> toWords(block, threads, neighbors, table, answers, opened);
    answers.run(table.columns(), format, answerer, terminal());
  }

  private Neighbors searched(Model opened) throws IOException {
    return search.within(
        engine.engine == SearchEngineKind.WORDVEC
            ? neighbors(opened)
            : new Neighbors(opened.vectors(), opened.unseen(), engine.engine()),
        terminal());
  }

  private static NeighborTable table(Model opened) {
    return new NeighborTable("query", "cosine", opened.hasSubwords());
  }

  /** Returns a word that occurs several times in a block is looked for once. */
  private List<List<Object>> toWords(
      List<Query> block,
      int threads,
      Neighbors neighbors,
      NeighborTable table,
      StreamedResults answers,
      Model opened) {
    List<Optional<String>> known =
        answers.known(block, question -> neighbors.known(question.text()));
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
              ? answers.counted(
                  table.rows(word, opened.composes(word), byWord.getOrDefault(word, List.of())))
              : answers.withoutAnswer(question, table.columns().size()));
    }
    return rows;
  }

  private List<List<Object>> toVectors(
      List<Query> block,
      int threads,
      Neighbors neighbors,
      NeighborTable table,
      StreamedResults answers) {
    int dimensions = neighbors.vectors().dimensions();
    List<Optional<GivenVector>> known =
        answers.known(block, question -> GivenVector.parse(question, dimensions).directed());
    List<GivenVector> vectors = known.stream().flatMap(Optional::stream).toList();
    List<List<Neighbor>> found =
        neighbors.of(vectors.stream().map(GivenVector::values).toList(), search.checked(), threads);
    List<List<Object>> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < block.size(); i++) {
      if (known.get(i).isPresent()) {
        String name = vectors.get(next).name();
        rows.addAll(answers.counted(table.rows(name, false, found.get(next++))));
      } else {
        rows.addAll(answers.withoutAnswer(block.get(i), table.columns().size()));
      }
    }
    return rows;
  }
}
