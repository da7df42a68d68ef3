package org.wordvec.spark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.Digits;
import org.wordvec.corpora.tokenizing.Punctuation;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

class PortableRecordTest {
  static List<Record> records() {
    Execution execution = new Execution(3, 17);
    Word2VecConfig softmax =
        new Word2VecConfig(
            Architecture.CBOW,
            new Objective.HierarchicalSoftmax(),
            24,
            4,
            1e-3,
            new Schedule(4, 0.05),
            execution);
    return List.of(
        new FastTextConfig(softmax, new Subwords(3, 4, 5_000)),
        new Objective.NegativeSampling(5, 0.75),
        new GloVeConfig(
            24,
            new Weighting(100, 0.75),
            100,
            OutputVectors.SUM,
            GloVeConfig.schedule(10, 0.05),
            execution),
        new CooccurrenceConfig(7, ContextSides.BOTH, DistanceWeighting.INVERSE),
        Momentum.of(4, 3),
        new WordNormalization(
            Optional.of(Locale.of("tr")),
            true,
            Digits.ZERO,
            Punctuation.DROP,
            new WordNormalization.Lengths(2, 30),
            Set.of("the", "a")),
        new SourceFormat.Csv("text", CsvDialect.RFC_4180.delimitedBy(';')),
        new SourceFormat.Wikipedia());
  }

  @ParameterizedTest
  @MethodSource("records")
  void arrivesAsItWasSent(Record value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(PortableRecord.of(value));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((PortableRecord<?>) in.readObject()).value()).isEqualTo(value);
    }
  }

  @Test
  void refusesComponentsThatCannotBeSent() {
    TextEncoding detected = new TextEncoding.Detected(start -> Optional.empty());

    assertThatThrownBy(() -> PortableRecord.of(detected))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot be sent: ");
  }
}
