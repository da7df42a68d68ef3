package org.wordvec.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.compute.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * The JSON document of {@code --report}: what was trained on what, how long it took, how it went.
 */
record TrainingSummary(
    EncodedCorpus corpus,
    TrainingReport training,
    Word2VecConfig config,
    CorpusReading reading,
    double writeSeconds) {
  void writeTo(OutputStream stream) throws IOException {
    stream.write((JsonText.text(document()) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.current());
    document.put("model", "word2vec");
    document.put("tokens", corpus.tokens());
    document.put("encoded_tokens", corpus.encodedTokens());
    document.put("distinct_words", corpus.reading().distinctWords());
    document.put("vocabulary_size", corpus.vocabulary().size());
    document.put("sentences", corpus.sentences());
    document.put("epochs", config.schedule().epochs());
    document.put("threads", config.execution().threads());
    document.put("seconds", seconds());
    document.put("words_per_second", wordsPerSecond());
    document.put("loss", training.losses().stream().map(JsonText::finite).toList());
    document.put("device", "cpu");
    document.put("configuration", ConfigurationDocument.of(config, reading));
    return document;
  }

  private Map<String, Object> seconds() {
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("vocabulary", corpus.reading().vocabularySeconds());
    seconds.put("encode", corpus.reading().encodeSeconds());
    seconds.put("train", training.seconds());
    seconds.put("write", writeSeconds);
    return seconds;
  }

  private double wordsPerSecond() {
    return (double) corpus.tokens() * config.schedule().epochs() / training.seconds();
  }
}
