package org.wordvec.fasttext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The buckets come from another program that follows the published definition of the hash. */
class SubwordsTest {
  private static final int BUCKETS = 2_000_000;

  @Test
  void wordsInAscii() {
    assertThat(of("where", 3, 4))
        .containsExactly(
            "<wh 167652",
            "<whe 989715",
            "whe 420941",
            "wher 312621",
            "her 1473420",
            "here 1540811",
            "ere 1529033",
            "ere> 1568469",
            "re> 867498");
  }

  @Test
  void bytesBeyondAsciiAreExtendedWithTheirSign() {
    assertThat(of("北京", 1, 3))
        .containsExactly(
            "<北 742543",
            "<北京 1187847",
            "北 1396585",
            "北京 1908609",
            "北京> 782253",
            "京 1478085",
            "京> 1783713");
  }

  @Test
  void aCodePointBeyondTheBasicPlaneIsOneCharacter() {
    assertThat(of("a😀", 2, 3))
        .containsExactly("<a 1008750", "<a😀 623103", "a😀 1589937", "a😀> 1108637", "😀> 512514");
  }

  @Test
  void aCombiningMarkIsACharacterOfItsOwn() {
    assertThat(of("e\u0301te", 3, 3))
        .containsExactly("<e\u0301 604793", "e\u0301t 1534065", "\u0301te 36193", "te> 812388");
  }

  @Test
  void theEndsAloneAreNoNgrams() {
    assertThat(of("a", 1, 1)).singleElement().asString().startsWith("a ");
    assertThat(of("a", 1, 3))
        .extracting(text -> text.split(" ", -1)[0])
        .containsExactly("<a", "<a>", "a", "a>");
  }

  @Test
  void shortWordsMayHaveNone() {
    assertThat(of("a", 4, 6)).isEmpty();
    assertThat(of("", 3, 6)).isEmpty();
  }

  @Test
  void theEndOfASentenceHasNone() {
    assertThat(of("</s>", 1, 6)).isEmpty();
    assertThat(of("</s", 1, 6)).isNotEmpty();
  }

  @Test
  void countsWhatItVisits() {
    for (String word : List.of("", "a", "where", "北京", "a😀", "aaaaaaaaaaaaaaaa")) {
      Subwords subwords = new Subwords(2, 5, 10);
      assertThat(subwords.count(word.getBytes(UTF_8))).isEqualTo(visited(subwords, word).size());
    }
  }

  @Test
  void noLengthMeansNoNgramsAndNoBuckets() {
    assertThat(new Subwords(3, 0, 2_000_000)).isEqualTo(Subwords.NONE);
    assertThat(visited(Subwords.NONE, "where")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 10", "4, 3, 10", "3, -1, 10", "3, 1001, 10", "3, 6, 0", "3, 6, -5"})
  void refusesWhatMakesNoSense(int minimum, int maximum, int buckets) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Subwords(minimum, maximum, buckets))
        .withMessageContaining("must be");
  }

  private static List<String> of(String word, int minimum, int maximum) {
    return visited(new Subwords(minimum, maximum, BUCKETS), word);
  }

  private static List<String> visited(Subwords subwords, String word) {
    List<String> found = new ArrayList<>();
    subwords.forEach(
        word.getBytes(UTF_8),
        (text, from, to, bucket) ->
            found.add(new String(text, from, to - from, UTF_8) + " " + bucket));
    return found;
  }
}
