package org.wordvec.word2vec;

import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.corpora.EncodedCorpus;

/** The encoded corpus on a GPU. */
sealed interface DeviceCorpus permits ResidentCorpus, StreamedCorpus {
  /**
   * What a launch reads.
   *
   * @param ids of the words, int32
   * @param firstToken position in the corpus of the first id
   * @param starts where each sentence starts in the corpus, and the end of the last, int64
   * @param firstSentence number of the sentence of the first start
   */
  record Piece(DeviceBuffer ids, long firstToken, DeviceBuffer starts, long firstSentence) {}

  /** The piece for a launch, there when the stream of the kernels gets to it. */
  Piece piece(int epoch, int launch);

  /** Hears that the kernel for a launch is queued, and prepares for the next. */
  void launched(int epoch, int launch);

  /** Seconds in copies so far. */
  double copySeconds();

  /** Bytes of the corpus as a whole. */
  static long bytes(EncodedCorpus corpus) {
    return corpus.ids().byteSize() + (corpus.sentences() + 1) * Long.BYTES;
  }

  /** Brings it up at once if it takes no more bytes than that, and else piece by piece. */
  static DeviceCorpus of(
      EncodedCorpus corpus,
      Launches launches,
      int epochs,
      CudaContext context,
      CudaStream kernels,
      long most) {
    return bytes(corpus) <= most
        ? new ResidentCorpus(corpus, context, kernels)
        : new StreamedCorpus(corpus, launches, epochs, context, kernels);
  }
}
