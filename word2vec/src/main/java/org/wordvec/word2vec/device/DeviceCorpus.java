package org.wordvec.word2vec.device;

import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.corpora.EncodedCorpus;

/** The encoded corpus on a GPU. */
sealed interface DeviceCorpus permits ResidentCorpus, StreamedCorpus {
  /**
   * The part of the corpus that a launch reads.
   *
   * @param ids of the words, int32
   * @param firstToken position in the corpus of the first id
   * @param starts where each sentence starts in the corpus, and the end of the last, int64
   * @param firstSentence number of the sentence of the first start
   */
  record Piece(DeviceBuffer ids, long firstToken, DeviceBuffer starts, long firstSentence) {}

  /** Returns the piece for a launch, complete when the stream of the kernels reaches it. */
  Piece piece(int epoch, int launch);

  /** Prepares for the next launch, once the kernel for this one is queued. */
  void launched(int epoch, int launch);

  /** Returns the seconds spent in copies so far. */
  double copySeconds();

  /** Returns the bytes of the whole corpus. */
  static long bytes(EncodedCorpus corpus) {
    return corpus.ids().byteSize() + (corpus.sentences() + 1) * Long.BYTES;
  }

  /** Uploads the corpus at once if it takes at most {@code most} bytes, else piece by piece. */
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
