package org.wordvec.vectors.formats;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of chunks of a finalfusion file, with their names in the specification. */
enum FinalfusionChunk {
  SIMPLE_VOCABULARY(1, "SimpleVocab"),
  ARRAY(2, "NdArray"),
  BUCKET_SUBWORDS(3, "BucketSubwordVocab"),
  QUANTIZED_ARRAY(4, "QuantizedArray"),
  METADATA(5, "Metadata"),
  NORMS(6, "NdNorms"),
  FASTTEXT_SUBWORDS(7, "FastTextSubwordVocab"),
  EXPLICIT_SUBWORDS(8, "ExplicitSubwordVocab"),
  FLORET_SUBWORDS(9, "FloretSubwordVocab");

  /** The type of float32 values. */
  static final int FLOAT32 = 10;

  private final int number;
  private final String label;

  FinalfusionChunk(int number, String label) {
    this.number = number;
    this.label = label;
  }

  static Optional<FinalfusionChunk> of(int number) {
    return Arrays.stream(values()).filter(chunk -> chunk.number == number).findFirst();
  }

  int number() {
    return number;
  }

  /**
   * Returns the number of padding bytes between the header of an array and its values: 1 to 4,
   * which aligns the values.
   */
  static int padding(long offset) {
    return (int) (Float.BYTES - offset % Float.BYTES);
  }

  @Override
  public String toString() {
    return label;
  }
}
