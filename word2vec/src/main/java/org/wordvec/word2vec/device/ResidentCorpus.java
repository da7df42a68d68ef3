package org.wordvec.word2vec.device;

import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaEvent;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.corpora.EncodedCorpus;

/** A corpus that stays on the GPU for all epochs. */
final class ResidentCorpus implements DeviceCorpus {
  private final Piece whole;
  private final double copySeconds;

  ResidentCorpus(EncodedCorpus corpus, CudaContext context, CudaStream stream) {
    DeviceBuffer ids = context.allocate(corpus.ids().byteSize());
    DeviceBuffer starts = context.allocate((corpus.sentences() + 1) * Long.BYTES);
    CudaEvent begun = CudaEvent.of(context);
    CudaEvent done = CudaEvent.of(context);
    stream.record(begun);
    stream.upload(corpus.ids(), ids);
    stream.clear(starts.slice(0, Long.BYTES));
    stream.upload(
        corpus.sentenceEnds(), starts.slice(Long.BYTES, corpus.sentenceEnds().byteSize()));
    stream.record(done);
    done.synchronize();
    this.copySeconds = done.secondsSince(begun);
    this.whole = new Piece(ids, 0, starts, 0);
  }

  @Override
  public Piece piece(int epoch, int launch) {
    return whole;
  }

  @Override
  public void launched(int epoch, int launch) {}

  @Override
  public double copySeconds() {
    return copySeconds;
  }
}
