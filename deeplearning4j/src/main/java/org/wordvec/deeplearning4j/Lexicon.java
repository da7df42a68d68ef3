package org.wordvec.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.wordstore.inmemory.AbstractCache;
import org.wordvec.corpora.words.WordList;
import org.wordvec.word2vec.HuffmanTree;

/**
 * Deeplearning4j's vocabulary with our words: the same ids and counts, and the Huffman code of each
 * word.
 */
final class Lexicon {
  private final AbstractCache<VocabWord> cache = new AbstractCache<>();
  private final List<VocabWord> words = new ArrayList<>();

  /** Creates it from counts in descending order, one for each word. */
  Lexicon(WordList list, long[] counts) {
    HuffmanTree tree = HuffmanTree.of(counts);
    long total = 0;
    for (int id = 0; id < list.size(); id++) {
      VocabWord word = new VocabWord((double) counts[id], list.word(id));
      word.setIndex(id);
      setPath(word, tree, id);
      cache.addToken(word);
      cache.addWordToIndex(id, word.getLabel());
      words.add(word);
      total += counts[id];
    }
    cache.setTotalWordOccurences(total);
  }

  AbstractCache<VocabWord> cache() {
    return cache;
  }

  VocabWord word(int id) {
    return words.get(id);
  }

  private static void setPath(VocabWord word, HuffmanTree tree, int id) {
    List<Byte> codes = new ArrayList<>();
    List<Integer> points = new ArrayList<>();
    for (int at = tree.start(id); at < tree.start(id + 1); at++) {
      codes.add((byte) (tree.branch(at) ? 1 : 0));
      points.add(tree.node(at));
    }
    word.setCodes(codes);
    word.setPoints(points);
    word.setCodeLength((short) codes.size());
  }
}
