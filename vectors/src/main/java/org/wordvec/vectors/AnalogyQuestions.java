package org.wordvec.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Analogy questions in named sections, such as {@code questions-words.txt} of word2vec (Mikolov et
 * al. 2013, "Efficient Estimation of Word Representations in Vector Space", section 4.1).
 *
 * @param sections in the order of the file
 */
public record AnalogyQuestions(List<Section> sections) {
  /** Takes over the sections. */
  public AnalogyQuestions {
    sections = List.copyOf(sections);
  }

  /** Questions of one kind. */
  public record Section(String name, List<Question> questions) {
    /** Takes over the questions. */
    public Section {
      questions = List.copyOf(questions);
    }

    /** Whether the section is about grammar: its name begins with {@code gram}. */
    public boolean syntactic() {
      return name.startsWith("gram");
    }
  }

  /** "{@code a} is to {@code b} as {@code c} is to {@code d}". */
  public record Question(String a, String b, String c, String d) {}

  /** Number of questions in all sections. */
  public int size() {
    return sections.stream().mapToInt(section -> section.questions().size()).sum();
  }

  /**
   * Reads a file of lines {@code : name}, each followed by lines of four words.
   *
   * @throws VectorFormatException if a line is neither, or if there is no question
   * @throws IOException if the file cannot be read
   */
  public static AnalogyQuestions read(Path path) throws IOException {
    List<Section> sections = new ArrayList<>();
    try (ByteReader in = ByteReader.open(path)) {
      String name = null;
      List<Question> questions = new ArrayList<>();
      while (in.nextLine()) {
        String line = in.lineText().strip();
        if (line.startsWith(":")) {
          addSection(name, questions, sections);
          name = line.substring(1).strip();
          questions.clear();
        } else if (!line.isEmpty()) {
          if (name == null) {
            throw VectorFormatException.atLine(
                path, in.line(), "expected \": section\" before the first question");
          }
          questions.add(question(line, in));
        }
      }
      addSection(name, questions, sections);
    }
    AnalogyQuestions result = new AnalogyQuestions(sections);
    if (result.size() == 0) {
      throw new VectorFormatException(path, "holds no analogy questions");
    }
    return result;
  }

  private static void addSection(
      @Nullable String name, List<Question> questions, List<Section> sections) {
    if (name != null) {
      sections.add(new Section(name, questions));
    }
  }

  private static Question question(String line, ByteReader in) throws VectorFormatException {
    String[] words = line.split("[ \\t]+", -1);
    if (words.length != 4) {
      throw VectorFormatException.atLine(
          in.path(), in.line(), "expected four words, found " + words.length);
    }
    return new Question(words[0], words[1], words[2], words[3]);
  }
}
