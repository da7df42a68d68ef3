package org.wordvec.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

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
   * Reads a file of lines {@code : name}, each followed by lines of four words between spaces or
   * tabs. Questions before the first name are a section named after the file.
   *
   * @throws TextFileException if a line is neither, or if there is no question
   * @throws IOException if the file cannot be read
   */
  public static AnalogyQuestions read(TextFile file) throws IOException {
    List<Section> sections = new ArrayList<>();
    try (NumberedLines lines = file.lines()) {
      String name = simpleName(file.name());
      boolean named = false;
      List<Question> questions = new ArrayList<>();
      while (lines.next()) {
        String line = lines.text().strip();
        if (line.startsWith(":")) {
          addSection(name, named, questions, sections);
          name = line.substring(1).strip();
          named = true;
          questions.clear();
        } else if (!line.isEmpty()) {
          questions.add(question(line, lines));
        }
      }
      addSection(name, named, questions, sections);
    }
    AnalogyQuestions result = new AnalogyQuestions(sections);
    if (result.size() == 0) {
      throw file.failure("holds no analogy questions; expected lines of four words");
    }
    return result;
  }

  /** The name of a file without its folders and endings. */
  private static String simpleName(String file) {
    return file.replaceFirst(".*[/\\\\](?=.)", "")
        .replaceFirst("(?<=.)\\.\\w+(\\.(gz|bz2|xz|zst))?$", "");
  }

  private static void addSection(
      String name, boolean named, List<Question> questions, List<Section> sections) {
    if (named || !questions.isEmpty()) {
      sections.add(new Section(name, questions));
    }
  }

  private static Question question(String line, NumberedLines lines) throws TextFileException {
    String[] words = line.split("[ \\t]+", -1);
    if (words.length != 4) {
      throw lines.failure("expected four words or \": section\", found \"" + line + '"');
    }
    return new Question(words[0], words[1], words[2], words[3]);
  }
}
