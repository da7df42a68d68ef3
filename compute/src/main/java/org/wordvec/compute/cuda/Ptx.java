package org.wordvec.compute.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kernels as the driver compiles them, in NVIDIA's assembly language for any GPU.
 *
 * @param text the whole of it
 * @param version of the language: 10 × major + minor
 * @param target least compute capability: 10 × major + minor
 * @param sourceHash SHA-256 of the sources, as their first line says; empty if it says none
 * @param kernels for each kernel the bytes of its parameters, in order
 */
public record Ptx(
    String text, int version, int target, String sourceHash, Map<String, List<Integer>> kernels) {
  private static final Pattern VERSION = Pattern.compile("(?m)^\\.version\\s+(\\d+)\\.(\\d)");
  private static final Pattern TARGET = Pattern.compile("(?m)^\\.target\\s+sm_(\\d+)");
  private static final Pattern HASH = Pattern.compile("(?m)^// sources SHA-256 ([0-9a-f]{64})$");
  private static final Pattern ENTRY = Pattern.compile("\\.entry\\s+([\\w$]+)\\s*\\(([^)]*)\\)");
  private static final Pattern PARAMETER =
      Pattern.compile("\\.param\\b[^,]*?\\.[busf](\\d+)[^,\\[]*(?:\\[(\\d+)])?");

  /** Copies the kernels. */
  public Ptx {
    kernels = Map.copyOf(kernels);
  }

  /**
   * Reads what a text says of itself.
   *
   * @throws IllegalArgumentException if it is no PTX
   */
  public static Ptx of(String text) {
    MatchResult version = first(VERSION, text);
    Map<String, List<Integer>> kernels = new HashMap<>();
    ENTRY
        .matcher(text)
        .results()
        .forEach(entry -> kernels.put(entry.group(1), parameters(entry.group(2))));
    Matcher hash = HASH.matcher(text);
    return new Ptx(
        text,
        10 * Integer.parseInt(version.group(1)) + Integer.parseInt(version.group(2)),
        Integer.parseInt(first(TARGET, text).group(1)),
        hash.find() ? hash.group(1) : "",
        kernels);
  }

  /**
   * Reads a resource of a module, which the module itself must open.
   *
   * @throws IllegalStateException if it is null, as in a broken build
   */
  public static Ptx read(@Nullable InputStream resource) {
    try (InputStream stream = resource) {
      if (stream == null) {
        throw new IllegalStateException("the kernels are missing from this build");
      }
      return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MatchResult first(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("this is no PTX: it lacks " + pattern));
  }

  private static List<Integer> parameters(String list) {
    List<Integer> sizes = new ArrayList<>();
    PARAMETER
        .matcher(list)
        .results()
        .forEach(
            parameter -> {
              int elements = parameter.group(2) == null ? 1 : Integer.parseInt(parameter.group(2));
              sizes.add(Integer.parseInt(parameter.group(1)) / Byte.SIZE * elements);
            });
    return List.copyOf(sizes);
  }
}
