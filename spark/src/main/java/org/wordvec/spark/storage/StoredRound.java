package org.wordvec.spark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * Describes a stored round; written once its model is complete.
 *
 * @param at the state of the training
 * @param settings of the training; rounds can be resumed with the same settings only
 * @param text a checksum of the text's parts and of their order
 * @param partBytes size of the parts of the text, so that the same parts can be cut again
 */
public record StoredRound(RoundState at, String settings, String text, long partBytes) {
  private static final String CHECKSUM = "checksum";

  /** Writes properties with a checksum. */
  void write(OutputStream out) throws IOException {
    Properties state = new Properties();
    state.setProperty("settings", settings);
    state.setProperty("text", text);
    state.setProperty("part-bytes", "" + partBytes);
    state.setProperty("round", "" + at.round());
    state.setProperty("seconds", "" + at.seconds());
    state.setProperty("losses", joined(at.losses()));
    state.setProperty("predictions", joined(at.predictions()));
    state.setProperty(CHECKSUM, checksum(state));
    state.store(out, null);
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it was changed
   */
  static StoredRound read(InputStream in) throws IOException {
    Properties state = new Properties();
    state.load(in);
    String checksum = state.getProperty(CHECKSUM, "");
    state.remove(CHECKSUM);
    if (!checksum.equals(checksum(state))) {
      throw new IllegalArgumentException("its checksum is not that of its contents");
    }
    return new StoredRound(
        new RoundState(
            Integer.parseInt(state.getProperty("round", "")),
            Double.parseDouble(state.getProperty("seconds", "")),
            numbers(state, "losses").stream().map(Double::valueOf).toList(),
            numbers(state, "predictions").stream().map(Long::valueOf).toList()),
        state.getProperty("settings", ""),
        state.getProperty("text", ""),
        Long.parseLong(state.getProperty("part-bytes", "")));
  }

  private static List<String> numbers(Properties state, String name) {
    return Arrays.stream(state.getProperty(name, "").split(" ", -1))
        .filter(number -> !number.isEmpty())
        .toList();
  }

  private static String checksum(Properties state) {
    CRC32C checksum = new CRC32C();
    checksum.update(new TreeMap<>(state).toString().getBytes(UTF_8));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
