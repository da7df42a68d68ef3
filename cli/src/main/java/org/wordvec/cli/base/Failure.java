package org.wordvec.cli.base;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.wordvec.compute.UnavailableException;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.corpora.reading.MissingFile;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.library.FailedException;

/**
 * How a command that failed ends: the one place that turns exceptions into words.
 *
 * @param exitCode of the process
 * @param line what the user reads, without the program's name
 */
public record Failure(int exitCode, String line) {
  private static final int LONGEST = 3000;
  private static final int SHOWN_END = 1000;

  /** What an exception means to the user. */
  public static Failure of(Throwable cause) {
    return switch (cause) {
      case InterruptedException e -> new Failure(ExitCode.INTERRUPTED, "interrupted");
      case CancellationException e -> new Failure(ExitCode.INTERRUPTED, "interrupted");
      case ClosedByInterruptException e -> new Failure(ExitCode.INTERRUPTED, "interrupted");
      case UncheckedIOException e -> of(cause(e));
      case IOException e -> failed(words(e));
      case DivergedException e -> failed(message(e));
      case NothingToTrainException e -> failed(message(e));
      case CudaException e -> failed(message(e));
      case UnavailableException e -> failed(message(e));
      case FailedException e -> failed(message(e));
      case InvalidPathException e -> new Failure(ExitCode.USAGE, "no file name: " + message(e));
      // An error of which the JVM has but one meets itself where several things fail.
      case IllegalArgumentException e when e.getCause() instanceof OutOfMemoryError error ->
          of(error);
      case IllegalArgumentException e -> new Failure(ExitCode.USAGE, message(e));
      // What the JVM makes of a mapped page that is not there any more.
      case InternalError e ->
          failed("a file was cut or its disk failed while it was read: " + message(e));
      case StackOverflowError e -> failed("out of stack: something is nested too deep or too long");
      case OutOfMemoryError e -> failed("out of memory: " + message(e));
      default -> failed("internal error: " + cause + "; run again with --stacktrace to see where");
    };
  }

  /**
   * The same with its line breaks taken out, what a terminal would act on escaped, and the middle
   * left out of a line that quotes more than anybody reads.
   */
  public static String oneLine(String text) {
    String line = PrintableText.of(text.replaceAll("\\s+", " ").strip());
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST - SHOWN_END)
            + " … "
            + line.substring(line.length() - SHOWN_END);
  }

  private static Failure failed(String line) {
    return new Failure(ExitCode.FAILURE, oneLine(line));
  }

  private static Throwable cause(UncheckedIOException e) {
    Throwable cause = e.getCause();
    return cause == null ? new IOException(e.getMessage()) : cause;
  }

  /** Java's file exceptions carry the bare file name where a reader expects a reason. */
  private static String words(IOException e) {
    return switch (e) {
      case NoSuchFileException file -> file.getFile() + ": " + reason(file);
      case AccessDeniedException file -> file.getFile() + ": permission denied";
      case FileAlreadyExistsException file -> file.getFile() + ": exists already";
      case NotDirectoryException file -> file.getFile() + ": not a folder";
      case FileSystemException file -> file.getFile() + ": " + reason(file);
      case FileNotFoundException file -> message(file);
      case UndecodableTextException text -> EncodingAdvice.of(text);
      default -> message(e);
    };
  }

  /** What the system says of links in a circle, say, names neither the link nor what to do. */
  private static String reason(FileSystemException e) {
    boolean missing = e instanceof NoSuchFileException;
    try {
      Path path = Path.of(String.valueOf(e.getFile()));
      if (missing || MissingFile.isCircle(path)) {
        return MissingFile.reason(path);
      }
    } catch (IOException | InvalidPathException unknown) {
      return missing ? MissingFile.NOTHING : String.valueOf(e.getReason());
    }
    return String.valueOf(e.getReason());
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : oneLine(message);
  }
}
