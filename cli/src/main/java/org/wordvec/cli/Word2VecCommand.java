package org.wordvec.cli;

import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Command;

/** {@code wordvec train word2vec}. */
@Command(
    name = "word2vec",
    customSynopsis = "wordvec train word2vec [OPTIONS] CORPUS... -o FILE",
    description = "Trains Word2Vec: skip-gram or CBOW.",
    footer = {
      "  wordvec train word2vec text8 -o vectors.bin",
      "  wordvec train word2vec articles/ -o vectors.vec --architecture cbow",
      "  cat *.txt | wordvec train word2vec - -o all.bin --dim 300 --report all.json"
    })
final class Word2VecCommand extends PredictionCommand {
  Word2VecCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work work() {
    Word2VecConfig config =
        prediction(
            NegativeSampling.DEFAULT_NOISE_EXPONENT, Word2VecConfig.defaultRate(architecture()));
    return (setting, corpus, terminal, notes) ->
        new Word2VecTraining(config, setting.reading(), setting.files(), setting.device())
            .run(corpus, terminal, notes);
  }

  @Override
  String memoryAdvice() {
    return "lower --dim or --max-vocabulary, or raise --min-count";
  }
}
