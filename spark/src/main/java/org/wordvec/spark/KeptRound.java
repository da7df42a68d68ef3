package org.wordvec.spark;

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
 * What is written beside a round's model once all of it is there.
 *
 * @param at where the training stood
 * @param settings of the training; what one with others has kept is no use
 * @param text a checksum of the text's parts and of their order
 * @param partBytes how large the parts of the text were made, so that they can be made again
 */
record KeptRound(RoundState at, String settings, String text, long partBytes) {
  private static final String CHECKSUM = "checksum";

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
   * @throws IllegalArgumentException if it is anything else
   */
  static KeptRound read(InputStream in) throws IOException {
    Properties state = new Properties();
    state.load(in);
    String checksum = state.getProperty(CHECKSUM, "");
    state.remove(CHECKSUM);
    if (!checksum.equals(checksum(state))) {
      throw new IllegalArgumentException("its checksum is not that of its contents");
    }
    return new KeptRound(
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
