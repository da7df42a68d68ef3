package org.wordvec.word2vec.device;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.StreamedPieces;
import org.wordvec.corpora.EncodedCorpus;

/** A corpus that does not fit on the GPU: the pieces of the current launch and of the next. */
final class StreamedCorpus implements DeviceCorpus {
  private final EncodedCorpus corpus;
  private final Launches launches;
  private final StreamedPieces pieces;

  StreamedCorpus(
      EncodedCorpus corpus,
      Launches launches,
      int epochs,
      CudaContext context,
      CudaStream kernels) {
    this.corpus = corpus;
    this.launches = launches;
    this.pieces =
        new StreamedPieces(
            context,
            kernels,
            this::write,
            (long) epochs * launches.count(),
            partBytes(corpus, launches));
  }

  /** Returns the bytes that it takes on the GPU. */
  static long bytes(EncodedCorpus corpus, Launches launches) {
    return StreamedPieces.bytes(partBytes(corpus, launches));
  }

  private static long[] partBytes(EncodedCorpus corpus, Launches launches) {
    long tokens =
        greatest(
            launches,
            launch -> endToken(corpus, launches, launch) - firstToken(corpus, launches, launch));
    long sentences =
        greatest(launches, launch -> launches.endSentence(launch) - launches.firstSentence(launch));
    return new long[] {tokens * Integer.BYTES, (sentences + 1) * Long.BYTES};
  }

  private static long greatest(Launches launches, IntToLongFunction size) {
    return IntStream.range(0, launches.count()).mapToLong(size).max().orElseThrow();
  }

  @Override
  public Piece piece(int epoch, int launch) {
    List<DeviceBuffer> parts = pieces.piece(number(epoch, launch));
    return new Piece(
        parts.get(0),
        firstToken(corpus, launches, launch),
        parts.get(1),
        launches.firstSentence(launch));
  }

  @Override
  public void launched(int epoch, int launch) {
    pieces.used(number(epoch, launch));
  }

  @Override
  public double copySeconds() {
    return pieces.copySeconds();
  }

  private long number(int epoch, int launch) {
    return (long) epoch * launches.count() + launch;
  }

  private long[] write(long number, List<MemorySegment> parts) {
    int launch = (int) (number % launches.count());
    long firstToken = firstToken(corpus, launches, launch);
    long idBytes = (endToken(corpus, launches, launch) - firstToken) * Integer.BYTES;
    MemorySegment.copy(corpus.ids(), firstToken * Integer.BYTES, parts.get(0), 0, idBytes);
    long first = launches.firstSentence(launch);
    long endBytes = (launches.endSentence(launch) - first) * Long.BYTES;
    MemorySegment starts = parts.get(1);
    starts.set(ValueLayout.JAVA_LONG, 0, firstToken);
    MemorySegment.copy(corpus.sentenceEnds(), first * Long.BYTES, starts, Long.BYTES, endBytes);
    return new long[] {idBytes, Long.BYTES + endBytes};
  }

  private static long firstToken(EncodedCorpus corpus, Launches launches, int launch) {
    return corpus.sentenceStart(launches.firstSentence(launch));
  }

  private static long endToken(EncodedCorpus corpus, Launches launches, int launch) {
    return corpus.sentenceStart(launches.endSentence(launch));
  }
}
