package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Version;
import org.wordvec.cli.output.JsonText;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;

/** The document of {@code --report}: what was trained on what, how long it took, how it went. */
record TrainingSummary(
    String model,
    EncodedCorpus corpus,
    TrainingReport training,
    Map<String, Object> configuration,
    double writeSeconds) {
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.current());
    document.put("model", model);
    document.put("tokens", corpus.tokens());
    document.put("encoded_tokens", corpus.encodedTokens());
    document.put("distinct_words", corpus.reading().distinctWords());
    document.put("vocabulary_size", corpus.vocabulary().size());
    document.put("sentences", corpus.sentences());
    document.put("epochs", training.losses().size());
    document.put("threads", configuration.getOrDefault("threads", 1));
    document.put("seconds", seconds());
    document.put("words_per_second", training.tokensPerSecond());
    document.put("loss", training.losses().stream().map(JsonText::finite).toList());
    document.putAll(DeviceSummary.of(training));
    document.put("configuration", configuration);
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
}
