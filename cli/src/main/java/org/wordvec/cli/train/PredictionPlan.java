package org.wordvec.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.wordvec.corpora.EncodedCorpus;

/** The check and the plan of a training on words whose vocabulary is known. */
record PredictionPlan(PredictionCommand.Setting setting, ModelNeeds needs, EncodedCorpus corpus) {
  void check() throws IOException {
    setting.preflight().check(needs, text());
  }

  void print(PrintWriter out, String unit, TrialTraining.Training training)
      throws IOException, InterruptedException {
    new TrainingPlan(setting.preflight(), needs, text())
        .print(
            out,
            String.format(Locale.ROOT, "%,d tokens", corpus.tokens()),
            corpus.vocabulary(),
            TrialTraining.of(training),
            unit);
  }

  private long text() {
    return corpus.ids().byteSize() + corpus.sentenceEnds().byteSize();
  }
}
