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
 * Error message and exit code of a command that failed. This is the only place that turns
 * exceptions into messages.
 *
 * @param exitCode of the process
 * @param line error message without the program's name
 */
public record Failure(int exitCode, String line) {
  private static final int MAXIMUM_LENGTH = 3000;
  private static final int KEPT_END = 1000;

  /** Returns the exit code and message for an exception. */
  public static Failure of(Throwable cause) {
    return switch (cause) {
      case InterruptedException e -> new Failure(ExitCode.INTERRUPTED, "interrupted");
      case CancellationException e -> new Failure(ExitCode.INTERRUPTED, "interrupted");
      case ClosedByInterruptException e -> new Failure(ExitCode.INTERRUPTED, "interrupted");
      case UncheckedIOException e -> of(cause(e));
      case IOException e -> failed(describe(e));
      case DivergedException e -> failed(message(e));
      case NothingToTrainException e -> failed(message(e));
      case CudaException e -> failed(message(e));
      case UnavailableException e -> failed(message(e));
      case FailedException e -> failed(message(e));
      case InvalidPathException e ->
          new Failure(ExitCode.USAGE, "invalid file name: " + message(e));
      // The JVM's preallocated error may suppress itself when several operations fail.
      case IllegalArgumentException e when e.getCause() instanceof OutOfMemoryError error ->
          of(error);
      case IllegalArgumentException e -> new Failure(ExitCode.USAGE, message(e));
      // The JVM throws this when a mapped page is gone.
      case InternalError e ->
          failed("a file was truncated or its disk failed while it was read: " + message(e));
      case StackOverflowError e ->
          failed("stack overflow: the input is nested too deeply or too long");
      case OutOfMemoryError e -> failed("out of memory: " + message(e));
      default -> failed("internal error: " + cause + "; run again with --stacktrace to see where");
    };
  }

  /**
   * Returns text as one line: without line breaks, with control characters escaped, and with the
   * middle cut out if it is very long.
   */
  public static String oneLine(String text) {
    String line = PrintableText.of(text.replaceAll("\\s+", " ").strip());
    return line.length() <= MAXIMUM_LENGTH
        ? line
        : line.substring(0, MAXIMUM_LENGTH - KEPT_END)
            + " … "
            + line.substring(line.length() - KEPT_END);
  }

  private static Failure failed(String line) {
    return new Failure(ExitCode.FAILURE, oneLine(line));
  }

  private static Throwable cause(UncheckedIOException e) {
    Throwable cause = e.getCause();
    return cause == null ? new IOException(e.getMessage()) : cause;
  }

  /** Returns a message with a reason; Java's file exceptions have only the file name. */
  private static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException file -> file.getFile() + ": " + reason(file);
      case AccessDeniedException file -> file.getFile() + ": permission denied";
      case FileAlreadyExistsException file -> file.getFile() + ": already exists";
      case NotDirectoryException file -> file.getFile() + ": not a folder";
      case FileSystemException file -> file.getFile() + ": " + reason(file);
      case FileNotFoundException file -> message(file);
      case UndecodableTextException text -> EncodingAdvice.of(text);
      default -> message(e);
    };
  }

  /**
   * Returns why a file cannot be used; the system's own reason does not explain missing files and
   * cycles of links.
   */
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
