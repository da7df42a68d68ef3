package org.wordvec.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A question a line; blank lines are passed over. */
final class LineQuestions implements Questions {
  private final String name;
  private final BufferedReader lines;
  private long number;

  LineQuestions(String name, BufferedReader lines) {
    this.name = name;
    this.lines = lines;
  }

  @Override
  public Optional<Question> next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.strip();
      if (!text.isEmpty()) {
        return Optional.of(new Question(name + ", line " + number, List.of(text)));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isReady() throws IOException {
    return lines.ready();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
