package org.wordvec.cli.base;

import java.nio.file.Path;
import org.wordvec.corpora.reading.TextFile;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Converts and checks file names among the arguments of all commands. */
final class FileNames implements ITypeConverter<Path> {
  private static final String CORPUS = "CORPUS";

  /**
   * Converts a file name. An empty one, which would be the current folder, is rejected: usually a
   * shell variable is unset.
   */
  @Override
  public Path convert(String name) {
    if (name.isBlank()) {
      throw new TypeConversionException("empty file name (is a variable unset?)");
    }
    return Path.of(name);
  }

  /**
   * Checks the file names of all arguments.
   *
   * @throws ParameterException if a corpus has an empty name, or standard input is named twice
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
              command, "CORPUS is an empty file name (is a variable unset?)", argument, name);
        }
        standardInputs += name.equals(TextFile.STANDARD_INPUT) ? 1 : 0;
      }
    }
    if (standardInputs > 1) {
      throw new ParameterException(command, "standard input (-) was given twice");
    }
  }
}
