package org.wordvec.corpora.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.reading.CsvDialect.Header;

class CsvRowsTest {
  private static final CsvDialect PLAIN = CsvDialect.RFC_4180;

  @Test
  void aNumberIsTheNumberOfAColumnAndANameIsInTheFirstRow() throws IOException {
    assertThat(cells("2,b\n1,d\n", PLAIN, "2")).containsExactly("1 b", "2 d");
    assertThat(cells("2,b\n1,d\n", PLAIN, "=2")).containsExactly("2 1");
    assertThat(cells("2,b\n1,d\n", PLAIN, "b")).containsExactly("2 d");
    assertThat(cells("\ufeff\"a\",b\n1,d\n", PLAIN, "a")).containsExactly("2 1");
  }

  @Test
  void theFirstRowIsWhatItIsSaidToBe() throws IOException {
    assertThat(cells("a,b\n1,d\n", headed(Header.YES), "2")).containsExactly("2 d");
    assertThat(cells("a,b\n1,d\n", headed(Header.NO), "2")).containsExactly("1 b", "2 d");
    assertThatThrownBy(() -> cells("a,b\n", headed(Header.NO), "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rowsAreNumberedByTheLinesWhereTheyBegin() throws IOException {
    assertThat(cells("\"a\nb\",1\r\n\r\nc,2\n\"d\"\"e\",3", PLAIN, "1"))
        .containsExactly("1 a\nb", "3 c", "5 d\"e");
  }

  @Test
  void quotesAndEscapesAreThoseOfTheDialect() throws IOException {
    CsvDialect unquoted =
        new CsvDialect(Optional.empty(), Optional.empty(), Optional.empty(), Header.AUTO);
    assertThat(cells("\"a,b\n\"c\" d,e\n", unquoted, "1")).containsExactly("1 \"a", "2 \"c\" d");
    CsvDialect escaped =
        new CsvDialect(Optional.of(';'), Optional.of('"'), Optional.of('\\'), Header.AUTO);
    assertThat(cells("\"it\\\"s; x\";b\n", escaped, "1")).containsExactly("1 it\"s; x");
    assertThatThrownBy(() -> PLAIN.delimitedBy('"')).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PLAIN.delimitedBy('\u00e4'))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFirstLineOfExcelNamesTheDelimiter() throws IOException {
    assertThat(cells("sep=;\r\na;b\r\n1;x,y\r\n", PLAIN, "b")).containsExactly("3 x,y");
    assertThat(cells("\ufeffSEP=\t\na\tb\n1\t2\n", PLAIN, "1")).containsExactly("2 a", "3 1");
    assertThat(cells("\"sep=|\"\r\"a\n\"|b\r1|2\r", PLAIN, "b")).containsExactly("4 2");
    assertThat(cells("sep=;\n", PLAIN, "1")).isEmpty();
    assertThatThrownBy(() -> cells("sep=;\na;b\n", PLAIN, "c"))
        .hasMessage("x.csv: line 2: no column 'c'; there are a, b");
    assertThatThrownBy(() -> cells("sep=;\na;b\n1;\"2\n", PLAIN, "b"))
        .hasMessageStartingWith("x.csv: line 3: not CSV");
  }

  @Test
  void aNameThatTwoColumnsHaveNamesNeither() throws IOException {
    assertThatThrownBy(() -> cells("a,b, a\n1,2,3\n", PLAIN, "a"))
        .hasMessage("x.csv: line 1: columns 1 and 3 are both 'a'; ask for one by its number");
    assertThat(cells("a,b,a\n1,2,3\n", PLAIN, "b")).containsExactly("2 2");
  }

  @Test
  void noRowHasMoreCellsThanTheFirst() throws IOException {
    assertThat(cells("a,b\n1,2,\n3,4, ,\n", PLAIN, "b")).containsExactly("2 2", "3 4");
    for (String column : List.of("2", "b")) {
      assertThatThrownBy(() -> cells("a,b\n1,2\n3,x, y\n", PLAIN, column))
          .hasMessageStartingWith("x.csv: line 3: 3 cells, where the first row has 2; ");
    }
  }

  @Test
  void aDelimiterThatIsGivenCountsForMoreThanTheFirstLine() throws IOException {
    assertThat(cells("sep=;\na,b;c\n", PLAIN.delimitedBy(','), "2")).containsExactly("2 b;c");
  }

  @Test
  void whatOnlyBeginsLikeExcelsFirstLineIsData() throws IOException {
    assertThat(cells("sep=,x\nb,c\n", PLAIN, "2")).containsExactly("1 x", "2 c");
    assertThat(cells("sep=\nb\n", PLAIN, "1")).containsExactly("1 sep=", "2 b");
    assertThat(cells("a\nsep=;\nb\n", PLAIN, "1")).containsExactly("1 a", "2 sep=;", "3 b");
  }

  @Test
  void aNulByteIsAnErrorInACell() {
    assertThatThrownBy(() -> cells("a\nb\0\n", PLAIN, "1"))
        .hasMessage("x.csv: line 2: a NUL byte, where text was expected");
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() {
    assertThatThrownBy(() -> cells("a,b\n", PLAIN, "c"))
        .hasMessage("x.csv: line 1: no column 'c'; there are a, b");
    assertThatThrownBy(() -> cells("a,b\n", PLAIN, "3"))
        .hasMessage("x.csv: line 1: no column 3; there are 2");
    assertThatThrownBy(() -> cells("a\tb\n", PLAIN, "b"))
        .hasMessageEndingWith("does --csv-delimiter '\\t' fit?");
    assertThatThrownBy(() -> cells("a\n1\n\"x\n", PLAIN, "a"))
        .hasMessageStartingWith("x.csv: line 3: not CSV: a quote that opens here is not closed");
    assertThatThrownBy(() -> cells("a\n\"x\" y\n", PLAIN, "a"))
        .hasMessageStartingWith("x.csv: line 2: not CSV: text behind a closing quote");
    assertThatThrownBy(() -> cells("a,b\n1\n", PLAIN, "b"))
        .hasMessage("x.csv: line 2: has 1 cells, where 2 were expected");
  }

  private static CsvDialect headed(Header header) {
    return new CsvDialect(Optional.empty(), Optional.of('"'), Optional.empty(), header);
  }

  private static List<String> cells(String text, CsvDialect dialect, String column)
      throws IOException {
    List<String> cells = new ArrayList<>();
    try (CsvRows rows =
        CsvRows.open(new ByteArrayInputStream(text.getBytes(UTF_8)), "x.csv", dialect)) {
      int place = rows.columns(List.of(column))[0];
      while (rows.next()) {
        cells.add(rows.number() + " " + rows.text(place));
      }
    }
    return cells;
  }
}
