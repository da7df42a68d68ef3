package org.wordvec.cli.base;

import java.nio.file.Path;
import org.wordvec.corpora.reading.TextFile;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The names of files among the arguments of all commands. */
final class FileNames implements ITypeConverter<Path> {
  private static final String CORPUS = "CORPUS";

  /** An empty name would be the current folder: mostly it is a variable that is not set. */
  @Override
  public Path convert(String name) {
    if (name.isBlank()) {
      throw new TypeConversionException("an empty file name (is a variable not set?)");
    }
    return Path.of(name);
  }

  /**
   * Checks the arguments together.
   *
   * @throws ParameterException if a corpus has an empty name, or standard input is asked for twice
   */
  static void check(ParseResult arguments) {
    CommandLine command = arguments.commandSpec().commandLine();
    int standardInputs = 0;
    for (ArgSpec argument : arguments.matchedArgs()) {
      boolean corpus = argument.paramLabel().equals(CORPUS);
      if (!corpus && argument.typeInfo().getType() != Path.class) {
        continue;
      }
      for (String name : argument.stringValues()) {
        if (corpus && name.isBlank()) {
          throw new ParameterException(
              command, "CORPUS is an empty file name (is a variable not set?)", argument, name);
        }
        standardInputs += name.equals(TextFile.STANDARD_INPUT) ? 1 : 0;
      }
    }
    if (standardInputs > 1) {
      throw new ParameterException(command, "standard input (-) was given twice");
    }
  }
}
