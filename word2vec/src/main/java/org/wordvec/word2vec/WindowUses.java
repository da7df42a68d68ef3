package org.wordvec.word2vec;

import java.util.Arrays;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;

/**
 * About how often slices of a corpus use the rows of words: as many pairs as words that subsampling
 * keeps have neighbours on average, and for the outputs the noise words that are drawn beside them.
 */
public final class WindowUses {
  private final EncodedCorpus corpus;
  private final SentenceSlices slices;
  private final Word2VecConfig config;
  private final float[] kept;

  /** Of a part of a corpus. */
  public WindowUses(EncodedCorpus corpus, SentenceSlices slices, Word2VecConfig config) {
    this.corpus = corpus;
    this.slices = slices;
    this.config = config;
    this.kept = kept(corpus.vocabulary(), config.sample());
  }

  /** Expected pairs of each word, as the predicted one or as context, over slices of all epochs. */
  public float[] words(long from, long to) {
    float[] uses = new float[kept.length];
    int[] ids = new int[slices.longestSentence()];
    for (long slice = from; slice < to; slice++) {
      int index = (int) (slice % slices.size());
      for (long sentence = slices.start(index); sentence < slices.end(index); sentence++) {
        long start = corpus.sentenceStart(sentence);
        int length = (int) (corpus.sentenceEnd(sentence) - start);
        corpus.copyIds(start, ids, length);
        for (int i = 0; i < length; i++) {
          uses[ids[i]] += kept[ids[i]];
        }
      }
    }
    float pairs = config.window() + 1;
    for (int word = 0; word < uses.length; word++) {
      uses[word] *= pairs;
    }
    return uses;
  }

  /** Uses of the output rows, from those of the words. */
  public float[] outputs(float[] words) {
    Vocabulary vocabulary = corpus.vocabulary();
    return switch (config.objective()) {
      case Objective.NegativeSampling sampling -> withNoise(words, sampling, vocabulary);
      case Objective.HierarchicalSoftmax _ -> ofNodes(words, vocabulary);
    };
  }

  private static float[] withNoise(
      float[] words, Objective.NegativeSampling sampling, Vocabulary vocabulary) {
    double pairs = 0;
    for (float uses : words) {
      pairs += uses;
    }
    double[] noise = new double[words.length];
    Arrays.setAll(
        noise, word -> Math.pow((double) vocabulary.count(word), sampling.noiseExponent()));
    double scale = pairs * sampling.negatives() / Arrays.stream(noise).sum();
    float[] outputs = new float[words.length];
    for (int word = 0; word < outputs.length; word++) {
      outputs[word] = (float) (words[word] + scale * noise[word]);
    }
    return outputs;
  }

  private static float[] ofNodes(float[] words, Vocabulary vocabulary) {
    HuffmanTree tree = HuffmanTree.of(vocabulary.counts());
    float[] outputs = new float[Math.max(1, words.length - 1)];
    for (int word = 0; word < words.length; word++) {
      for (int at = tree.start(word); at < tree.start(word + 1); at++) {
        outputs[tree.node(at)] += words[word];
      }
    }
    return outputs;
  }

  /** With what probability subsampling keeps each word. */
  private static float[] kept(Vocabulary vocabulary, double sample) {
    int[] thresholds = Subsampling.of(vocabulary, sample).thresholds();
    float[] kept = new float[thresholds.length];
    for (int word = 0; word < kept.length; word++) {
      kept[word] = (Integer.toUnsignedLong(thresholds[word]) + 1) * 0x1p-32f;
    }
    return kept;
  }
}
