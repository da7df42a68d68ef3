package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.Tokenization;

/** Text for tests and corpora made of it. */
public final class Texts {
  private static final String[] SEPARATORS = {
    " ",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\n",
    "\n",
    "\r\n",
    "\n\n\n",
    " \n ",
    "\u000b",
    "\f",
    "\u0001",
    "\u001f",
    "\r",
    "\u001b \u0007"
  };
  private static final String[] LETTERS = {
    "a", "b", "z", "A", "Z", "'", "~", "\u007f", "ß", "É", "词", "Ж", "\u00a0", "\u3000", "\u0085",
    "😀", "\ufeff"
  };

  private Texts() {}

  /** Words of 1 to 40 bytes from many scripts, some of them frequent, between odd white space. */
  public static byte[] random(long seed, int tokens) {
    Random random = new Random(seed);
    List<String> words = words(random, Math.max(10, tokens / 10));
    StringBuilder text = new StringBuilder("first ");
    for (int i = 0; i < tokens; i++) {
      double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
      text.append(words.get((int) (skewed * words.size())));
      text.append(SEPARATORS[random.nextInt(SEPARATORS.length)]);
    }
    return text.append("last").toString().getBytes(UTF_8);
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    while (words.size() < count) {
      int length = 1 + random.nextInt(random.nextInt(5) == 0 ? 40 : 12);
      StringBuilder word = new StringBuilder();
      while (word.toString().getBytes(UTF_8).length < length) {
        word.append(
            random.nextInt(3) == 0
                ? LETTERS[random.nextInt(LETTERS.length)]
                : String.valueOf((char) ('a' + random.nextInt(26))));
      }
      words.add(word.toString());
    }
    return words;
  }

  /** The bytes of several texts, one after the other. */
  public static byte[] concatenated(byte[]... texts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] text : texts) {
      all.writeBytes(text);
    }
    return all.toByteArray();
  }

  /** One source that holds this text. */
  public static Corpus corpus(byte[] text) throws IOException {
    return Corpus.of(List.of("-"), new ByteArrayInputStream(text));
  }

  public static Corpus corpus(String text) throws IOException {
    return corpus(text.getBytes(UTF_8));
  }

  /** Returns the sentences of a dump of Wikipedia, words separated by spaces. */
  public static List<String> wikipediaSentences(String dump) throws IOException {
    List<String> sentences = new ArrayList<>();
    Corpus corpus =
        Corpus.of(
            List.of("-"),
            new ByteArrayInputStream(dump.getBytes(UTF_8)),
            new Corpus.Reading(new SourceFormat.Wikipedia(), TextEncoding.UTF_8));
    TextPreview.read(corpus, Tokenization.DEFAULT, words -> sentences.add(String.join(" ", words)));
    return sentences;
  }

  /** Returns a corpus of files and folders; standard input is empty. */
  public static Corpus files(Object... paths) throws IOException {
    List<String> names = new ArrayList<>();
    for (Object path : paths) {
      names.add(path.toString());
    }
    return Corpus.of(names, InputStream.nullInputStream());
  }
}
