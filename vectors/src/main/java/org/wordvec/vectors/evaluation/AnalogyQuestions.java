package org.wordvec.vectors.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

/**
 * Analogy questions in named sections, such as {@code questions-words.txt} of word2vec (Mikolov et
 * al. 2013, "Efficient Estimation of Word Representations in Vector Space", section 4.1).
 *
 * @param sections sections in the order of the file
 * @param comments number of comment lines of the file
 */
public record AnalogyQuestions(List<Section> sections, int comments) {
  /** Copies the sections. */
  public AnalogyQuestions {
    sections = List.copyOf(sections);
  }

  /** Creates questions without comments. */
  public AnalogyQuestions(List<Section> sections) {
    this(sections, 0);
  }

  /** A section of questions of one kind. */
  public record Section(String name, AnalogyKind kind, List<Question> questions) {
    /** Copies the questions. */
    public Section {
      questions = List.copyOf(questions);
    }

    /** Creates a section whose name determines its kind. */
    public Section(String name, List<Question> questions) {
      this(name, name.startsWith("gram") ? AnalogyKind.SYNTACTIC : AnalogyKind.SEMANTIC, questions);
    }
  }

  /** "{@code a} is to {@code b} as {@code c} is to {@code d}". */
  public record Question(String a, String b, String c, String d) {}

  /** Returns the number of questions in all sections. */
  public int size() {
    return sections.stream().mapToInt(section -> section.questions().size()).sum();
  }

  /**
   * Reads a file of lines {@code : name}, each followed by lines of four words between spaces or
   * tabs. Questions before the first name form a section named after the file, of unknown kind.
   * Lines that begin with {@code #} are comments if a space follows or they do not have four words.
   *
   * @throws TextFileException if a line is malformed, or if there is no question
   * @throws IOException if the file cannot be read
   */
  public static AnalogyQuestions read(TextFile file) throws IOException {
    List<Section> sections = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    Optional<String> name = Optional.empty();
    int comments = 0;
    try (NumberedLines lines = file.lines()) {
      while (lines.next()) {
        String line = lines.text().strip();
        if (line.startsWith(":")) {
          addSection(file, name, questions, sections);
          name = Optional.of(line.substring(1).strip());
          questions.clear();
        } else if (isComment(line)) {
          comments++;
        } else if (!line.isEmpty()) {
          questions.add(question(line, lines));
        }
      }
    }
    addSection(file, name, questions, sections);
    AnalogyQuestions result = new AnalogyQuestions(sections, comments);
    if (result.size() == 0) {
      throw file.failure("holds no analogy questions; expected lines of four words");
    }
    return result;
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") && (line.startsWith("# ") || words(line).length != 4);
  }

  /** Returns the name of a file without folders and extensions. */
  private static String simpleName(String file) {
    return file.replaceFirst(".*[/\\\\](?=.)", "")
        .replaceFirst("(?<=.)\\.\\w+(\\.(gz|bz2|xz|zst))?$", "");
  }

  private static void addSection(
      TextFile file, Optional<String> name, List<Question> questions, List<Section> sections) {
    if (name.isPresent()) {
      sections.add(new Section(name.get(), questions));
    } else if (!questions.isEmpty()) {
      sections.add(new Section(simpleName(file.name()), AnalogyKind.OTHER, questions));
    }
  }

  private static Question question(String line, NumberedLines lines) throws TextFileException {
    String[] words = words(line);
    if (words.length != 4) {
      throw lines.failure("expected four words or \": section\", found \"" + line + '"');
    }
    return new Question(words[0], words[1], words[2], words[3]);
  }

  private static String[] words(String line) {
    return line.split("[ \\t]+", -1);
  }
}
