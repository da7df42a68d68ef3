package org.wordvec.word2vec;

import java.io.IOException;
import java.nio.file.Path;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.formats.ForeignFormat;

/** A foreign format that keeps what further training needs: the output weights and the settings. */
public interface Word2VecArchive extends ForeignFormat {
  /**
   * Writes a trained model, whole or not at all.
   *
   * @param vocabulary that the model was trained with
   * @param config that it was trained by
   * @throws IOException if writing fails; an older file of that name is whole then
   */
  void write(Word2Vec.Trained trained, Vocabulary vocabulary, Word2VecConfig config, Path path)
      throws IOException;
}
