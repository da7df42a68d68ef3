package org.wordvec.corpora.counting;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.IntBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.tokenizing.BlockTokenizer;

/**
 * Replaces provisional token numbers by vocabulary ids and splits sentences, in parallel by blocks.
 * The first pass counts the output of each block, which gives the offsets at which the second pass
 * writes.
 */
public final class Renumbering {
  private final ProvisionalIds provisional;
  private final List<IntBuffer> finalIds;
  private final int maximumSentenceLength;

  /** Word ids and sentence ends; both may be empty. */
  public record Encoded(MemorySegment ids, MemorySegment sentenceEnds) {}

  /**
   * Creates a renumbering.
   *
   * @param finalIds for each worker, the id of each token number; −1 for tokens to leave out
   */
  public Renumbering(
      ProvisionalIds provisional, List<IntBuffer> finalIds, int maximumSentenceLength) {
    this.provisional = provisional;
    this.finalIds = finalIds;
    this.maximumSentenceLength = maximumSentenceLength;
  }

  /**
   * Replaces the numbers and splits sentences.
   *
   * @param arena owns the result
   * @param budget number of bytes above which the result is stored in a temporary file
   */
  public Encoded run(Workers workers, Arena arena, long budget)
      throws IOException, InterruptedException {
    int blocks = provisional.blocks();
    long[] idStarts = new long[blocks + 1];
    long[] sentenceStarts = new long[blocks + 1];
    forEachBlock(
        workers,
        (block, buffers) -> {
          buffers.renumber(block);
          idStarts[block + 1] = buffers.idCount;
          sentenceStarts[block + 1] = buffers.sentenceCount;
        });
    for (int block = 0; block < blocks; block++) {
      idStarts[block + 1] += idStarts[block];
      sentenceStarts[block + 1] += sentenceStarts[block];
    }
    MemorySegment ids = allocate(arena, Integer.BYTES * idStarts[blocks], budget);
    MemorySegment ends = allocate(arena, Long.BYTES * sentenceStarts[blocks], budget);
    forEachBlock(
        workers,
        (block, buffers) -> {
          buffers.renumber(block);
          MemorySegment.copy(
              buffers.ids,
              0,
              ids,
              ValueLayout.JAVA_INT,
              Integer.BYTES * idStarts[block],
              buffers.idCount);
          for (int sentence = 0; sentence < buffers.sentenceCount; sentence++) {
            ends.setAtIndex(
                ValueLayout.JAVA_LONG,
                sentenceStarts[block] + sentence,
                idStarts[block] + buffers.ends[sentence]);
          }
        });
    return new Encoded(ids, ends);
  }

  @FunctionalInterface
  private interface BlockTask {
    void run(int block, Buffers buffers) throws IOException;
  }

  private void forEachBlock(Workers workers, BlockTask task)
      throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    int blocks = provisional.blocks();
    workers.run(
        worker -> {
          Buffers buffers = new Buffers();
          for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            task.run(block, buffers);
          }
        });
  }

  private static MemorySegment allocate(Arena arena, long bytes, long budget) throws IOException {
    if (bytes <= budget) {
      return arena.allocate(bytes, Long.BYTES);
    }
    return SpillFile.map("wordvec-corpus", arena, bytes);
  }

  /** Buffers for one worker's output for one block. */
  private final class Buffers {
    private int[] ids = new int[0];
    private int[] ends = new int[0];
    private int idCount;
    private int sentenceCount;

    void renumber(int block) throws IOException {
      int[] numbers = provisional.numbers(block);
      if (ids.length < numbers.length + 1) {
        ids = new int[numbers.length + 1];
        ends = new int[numbers.length + 1];
      }
      int[] idOf = finalIds.get(provisional.worker(block)).array();
      idCount = 0;
      sentenceCount = 0;
      int sentenceStart = 0;
      for (int number : numbers) {
        if (number == BlockTokenizer.LINE_END) {
          sentenceStart = endSentence(sentenceStart);
        } else {
          int id = idOf[number];
          ids[idCount] = id;
          idCount += id < 0 ? 0 : 1;
          if (idCount - sentenceStart == maximumSentenceLength) {
            sentenceStart = endSentence(sentenceStart);
          }
        }
      }
      endSentence(sentenceStart);
    }

    private int endSentence(int start) {
      if (idCount > start) {
        ends[sentenceCount++] = idCount;
      }
      return idCount;
    }
  }
}
