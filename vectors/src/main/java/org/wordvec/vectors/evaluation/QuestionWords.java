package org.wordvec.vectors.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.evaluation.AnalogyQuestions.Question;

/** The ids of the words of analogy questions, ignoring case if requested. */
final class QuestionWords {
  private final CaseMatching caseMatching;
  private final Map<String, Integer> firstIds;
  private final Map<Integer, String> spellings;

  private QuestionWords(
      CaseMatching caseMatching, Map<String, Integer> firstIds, Map<Integer, String> spellings) {
    this.caseMatching = caseMatching;
    this.firstIds = firstIds;
    this.spellings = spellings;
  }

  /** Finds all words of the questions among the first {@code count} words of a list. */
  static QuestionWords find(
      AnalogyQuestions questions, WordList words, int count, CaseMatching caseMatching) {
    Map<String, Integer> ids = new HashMap<>();
    for (AnalogyQuestions.Section section : questions.sections()) {
      for (Question question : section.questions()) {
        for (String word : List.of(question.a(), question.b(), question.c(), question.d())) {
          ids.put(key(word, caseMatching), -1);
        }
      }
    }
    Map<Integer, String> spellings = new HashMap<>();
    for (int id = 0; id < count; id++) {
      String key = key(words.word(id), caseMatching);
      Integer first = ids.get(key);
      if (first != null) {
        spellings.put(id, key);
        if (first < 0) {
          ids.put(key, id);
        }
      }
    }
    return new QuestionWords(caseMatching, ids, spellings);
  }

  boolean knowsAll(Question question) {
    return id(question.a()) >= 0
        && id(question.b()) >= 0
        && id(question.c()) >= 0
        && id(question.d()) >= 0;
  }

  /** Returns the ids of a, b and c of each question: {@code [questions, 3]} in row-major order. */
  int[] ids(List<Question> questions) {
    int[] ids = new int[3 * questions.size()];
    int next = 0;
    for (Question question : questions) {
      ids[next++] = id(question.a());
      ids[next++] = id(question.b());
      ids[next++] = id(question.c());
    }
    return ids;
  }

  /** Returns whether the word with this id is the given one, in any case. */
  boolean isSpelling(int id, String word) {
    return key(word, caseMatching).equals(spellings.get(id));
  }

  private int id(String word) {
    return firstIds.getOrDefault(key(word, caseMatching), -1);
  }

  private static String key(String word, CaseMatching caseMatching) {
    return switch (caseMatching) {
      case FOLDED -> word.toUpperCase(Locale.ROOT);
      case EXACT -> word;
    };
  }
}
