package org.wordvec.deeplearning4j;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.embeddings.loader.VectorsConfiguration;
import org.deeplearning4j.models.embeddings.loader.WordVectorSerializer;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2Vec.Trained;
import org.wordvec.word2vec.Word2VecArchive;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Reads and writes Deeplearning4j's zip of a {@code Word2Vec}. It is written by Deeplearning4j's
 * own {@code WordVectorSerializer}; its table of vectors is text, and read as such.
 *
 * <p>A model that was trained here keeps its counts and, from Word2Vec, its settings, Huffman codes
 * and output weights, so that Deeplearning4j can continue training. Where counts are unknown, as in
 * files of word2vec, every word gets the count 1: the vectors are right, but training cannot
 * usefully continue.
 */
public final class Deeplearning4jZip implements Word2VecArchive {
  /** Creates the format, for the service loader. */
  public Deeplearning4jZip() {}

  @Override
  public WordVectors read(Path path, Arena arena) throws IOException {
    return openWhole(path, arena).vectors();
  }

  @Override
  public VectorFormat.Opened openWhole(Path path, Arena arena) throws IOException {
    ZipContent.check(path);
    return ZipContent.vectors(path, this, arena);
  }

  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    long[] ones = new long[vectors.size()];
    Arrays.fill(ones, 1);
    write(vectors, ones, path);
  }

  @Override
  public void write(WordVectors vectors, long[] counts, Path path) throws IOException {
    Nd4jBackend.check();
    Lexicon lexicon = new Lexicon(vectors.words(), counts);
    VectorsConfiguration settings = new VectorsConfiguration();
    settings.setLayersSize(vectors.dimensions());
    settings.setMinWordFrequency(1);
    save(settings, lexicon, table(vectors, lexicon), path);
  }

  @Override
  public void write(Trained trained, Vocabulary vocabulary, Word2VecConfig config, Path path)
      throws IOException {
    Nd4jBackend.check();
    Lexicon lexicon = new Lexicon(vocabulary.words(), vocabulary.counts());
    InMemoryLookupTable<VocabWord> table = table(trained.vectors(), lexicon);
    // Deeplearning4j has a row of output weights for each word, even where there are fewer nodes.
    INDArray outputs =
        Nd4jArrays.of(
            trained.outputs(),
            Math.min(trained.outputs().rows(), vocabulary.size()),
            vocabulary.size());
    switch (config.objective()) {
      case Objective.NegativeSampling sampling -> {
        table.setNegative(sampling.negatives());
        table.setUseHS(false);
        table.setSyn1Neg(outputs);
      }
      case Objective.HierarchicalSoftmax _ -> {
        table.setUseHS(true);
        table.setSyn1(outputs);
      }
    }
    save(Settings.of(config), lexicon, table, path);
  }

  @Override
  public String description() {
    return "Deeplearning4j zip";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".zip");
  }

  private static InMemoryLookupTable<VocabWord> table(WordVectors vectors, Lexicon lexicon) {
    InMemoryLookupTable<VocabWord> table =
        new InMemoryLookupTable.Builder<VocabWord>()
            .cache(lexicon.cache())
            .vectorLength(vectors.dimensions())
            .useAdaGrad(false)
            .build();
    table.setSyn0(Nd4jArrays.of(vectors.matrix(), vectors.size()));
    return table;
  }

  private static void save(
      VectorsConfiguration settings,
      Lexicon lexicon,
      InMemoryLookupTable<VocabWord> table,
      Path path)
      throws IOException {
    Word2Vec model =
        new Word2Vec.Builder(settings)
            .vocabCache(lexicon.cache())
            .lookupTable(table)
            .resetModel(false)
            .build();
    OutputFile.write(path, stream -> WordVectorSerializer.writeWord2VecModel(model, stream));
  }
}
