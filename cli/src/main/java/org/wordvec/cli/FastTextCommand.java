package org.wordvec.cli;

import org.wordvec.fasttext.FastTextConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec train fasttext}. */
@Command(
    name = "fasttext",
    customSynopsis = "wordvec train fasttext [OPTIONS] CORPUS... -o FILE",
    description = {
      "Trains FastText: Word2Vec with vectors made of character n-grams.",
      "Such a model has vectors for words that it has never seen. NAME.bin is fastText's own"
          + " format and keeps the n-grams; the other formats keep the vectors of the words alone."
          + " Chinese words are short: use --min-n 1 --max-n 3."
    },
    footer = {
      "  wordvec train fasttext corpus.txt -o model.bin",
      "  wordvec train fasttext chinese.txt -o chinese.bin --min-n 1 --max-n 3",
      "  wordvec train fasttext corpus.txt -o words.vec --max-n 0 --epochs 10"
    })
final class FastTextCommand extends PredictionCommand {
  @Mixin(name = GroupedOptions.SUBWORDS)
  private final SubwordOptions subwords = new SubwordOptions();

  FastTextCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work work() {
    FastTextConfig config =
        new FastTextConfig(
            prediction(FastTextConfig.DEFAULT_NOISE_EXPONENT, FastTextConfig.DEFAULT_LEARNING_RATE),
            subwords.subwords());
    return (setting, text, terminal, notes) ->
        new FastTextTraining(config, setting, subwords.pretrained, device(setting, notes))
            .run(text.open(), terminal, notes);
  }

  @Override
  String memoryAdvice() {
    return "lower --buckets, --dim or --max-vocabulary, or raise --min-count";
  }
}
