package org.wordvec.corpora.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.Encoding;
import org.wordvec.corpora.PlainCorpus;
import org.wordvec.corpora.Texts;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.tokenizing.Tokenization;

class SourceFormatTest {
  private static final SourceFormat TEXT_COLUMN = new SourceFormat.Csv("text");

  @TempDir private Path folder;

  @Test
  void readsAColumnWithQuotedLineFeeds() throws Exception {
    String csv =
        "id,text,more\n1,\"one \"\"two\"\"\nthree, four\",x\n2,five\n3\n\"4\",,y\r\n5,six,z";
    assertThat(sentences(csv, TEXT_COLUMN))
        .containsExactly("one \"two\"", "three, four", "five", "six");
  }

  @Test
  void readsAColumnByNumberFromTheFirstRowOn() throws Exception {
    assertThat(
            sentences(
                "a;b c\nd;e\n", new SourceFormat.Csv("2", CsvDialect.RFC_4180.delimitedBy(';'))))
        .containsExactly("b c", "e");
  }

  @Test
  void findsAColumnBehindAByteOrderMarkAndInOtherAlphabets() throws Exception {
    assertThat(sentences("\ufefftext,x\na b,c\n", TEXT_COLUMN)).containsExactly("a b");
    assertThat(sentences("编号,正文\n1,词 语\n", new SourceFormat.Csv("正文"))).containsExactly("词 语");
  }

  @Test
  void takesTabsInFilesNamedSo() throws Exception {
    Path file = Files.writeString(folder.resolve("a.TSV"), "x\ttext\n1\ta, b\n");
    assertThat(sentences(corpus(file, TEXT_COLUMN))).containsExactly("a, b");
  }

  @Test
  void namesTheColumnsThatAreThere() {
    assertFails("a,b\n1,2\n", TEXT_COLUMN, "line 1: no column 'text'; there are a, b");
    assertFails("a,b\n1,2\n", new SourceFormat.Csv("3"), "no column 3; there are 2");
    assertFails("text\n\"open", TEXT_COLUMN, "not CSV");
    assertFails("text\n\"a\"b\n", TEXT_COLUMN, "line 2: not CSV");
  }

  @Test
  void refusesMalformedTextInAColumn() {
    byte[] bytes = Texts.concatenated("text\na ".getBytes(UTF_8), new byte[] {(byte) 0xff, '\n'});
    Corpus corpus = corpus(bytes, new Corpus.Reading(TEXT_COLUMN, TextEncoding.UTF_8));
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(corpus))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageContaining("not valid UTF-8");
  }

  @Test
  void readsAFieldOfJsonLines() throws Exception {
    String json =
        """
        {"id":1,"text":"one \\u4e2d\\ntwo","other":{"text":"no"}}

        {"other":["text",{"text":"no"}]}
        {"text":null}
        {"text":["three","four"]}
        {"text":5}
        """;
    assertThat(sentences(json, new SourceFormat.JsonLines("text")))
        .containsExactly("one 中", "two", "three", "four", "5");
    assertThat(sentences("{\"a\":{\"b\":\"x y\"},\"b\":\"z\"}", new SourceFormat.JsonLines("a.b")))
        .containsExactly("x y");
    assertThat(
            sentences(
                "{\"n\":NaN,\"a\":[{\"b\":\"x\"},[{\"b\":[\"y\"]}],5]}\n{\"a.b\":\"z\"}",
                new SourceFormat.JsonLines("a.b")))
        .containsExactly("x", "y", "z");
  }

  @Test
  void namesAndStringsOfJsonHaveNoLimitButDepthHas() throws Exception {
    String name = "n".repeat(60_000);
    String number = "1".repeat(2_000);
    String deep = "[".repeat(900) + "]".repeat(900);
    String json = "{\"%s\":%s,\"d\":%s,\"t\":\"x\"}".formatted(name, number, deep);
    assertThat(sentences(json, new SourceFormat.JsonLines("t"))).containsExactly("x");
    assertFails(
        "{\"t\":" + "[".repeat(1100) + "]".repeat(1100) + "}",
        new SourceFormat.JsonLines("t"),
        "JSON of more than 1000 levels");
  }

  @Test
  void aLineOfJsonMayBeLongerThanABlock() throws Exception {
    String text = "word ".repeat(400_000);
    String json = "{\"text\":\"" + text + "\"}\n{\"text\":\"end\"}\n";
    Tokenization whole = Tokenization.DEFAULT.withMaximumSentenceLength(Integer.MAX_VALUE);
    Corpus corpus = corpus(json.getBytes(UTF_8), reading(new SourceFormat.JsonLines("text")));
    PlainCorpus encoded = Encoding.DEFAULT.with(whole).threads(3).encode(corpus);
    assertThat(encoded.counts()).containsExactly(400_000L, 1L);
    assertThat(encoded.sentences()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"a\"}\\n{\"text\":|byte 13: a JSON object that does not end in its line",
        "[1]|byte 0: not a JSON object, where one a line was expected",
        "{\"text\":\"a\"} {}|more than one",
        "text|not JSON: unexpected «text»",
        "{\"text\":'a'}|not JSON: unexpected «'a'}»",
        "{\"text\":\"\\ud83d\"}|half a character, \\ud83d",
        "{\"other\":1,\"a.b\":2}|no line has text in the field 'text'"
      })
  void refusesWhatIsNoJson(String text, String message) {
    assertFails(text.replace("\\n", "\n"), new SourceFormat.JsonLines("text"), message);
  }

  @Test
  void readsWikiExtractorsLines() throws Exception {
    String text =
        "<doc id=\"1\" title=\"A\">\nA\n\nOne <doc two.\n</doc>\n<doc id=\"2\">\nB\n</doc>\n";
    assertThat(sentences(text, new SourceFormat.Wikipedia()))
        .containsExactly("A", "One <doc two.", "B");
  }

  @Test
  void readsTheArticlesOfADump() throws Exception {
    assertThat(sentences(dump(), new SourceFormat.Wikipedia()))
        .containsExactly("Anarchism is a philosophy & more.", "second line", "Third < page");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 300, 500})
  void refusesADumpThatIsCut(int length) {
    assertFails(
        dump().substring(0, length),
        new SourceFormat.Wikipedia(),
        "not the whole XML of a Wikipedia dump");
  }

  @Test
  void aDumpMayHoldAnyNumberOfEntities() throws Exception {
    String page = page("0", "a &lt; b &amp;amp; c ".repeat(200_000), "");
    assertThat(sentences("<mediawiki>" + page + "</mediawiki>", new SourceFormat.Wikipedia()))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "Big5", "UTF-16", "UTF-16LE", "Shift_JIS", "ISO-8859-1"})
  void readsEncodings(String name) throws Exception {
    String text = name.startsWith("ISO") ? "é è\nà" : "中 文\n中 文";
    byte[] bytes = text.getBytes(Charset.forName(name));
    TextEncoding encoding = new TextEncoding.Named(Charset.forName(name));
    assertThat(sentences(corpus(bytes, new Corpus.Reading(SourceFormat.PLAIN, encoding))))
        .containsExactlyElementsOf(text.lines().toList());
  }

  @Test
  void knowsUtf16ByItsMark() throws Exception {
    for (String name : List.of("UTF-16", "x-UTF-16LE-BOM")) {
      byte[] bytes = "中 文\nb".getBytes(Charset.forName(name));
      assertThat(sentences(corpus(bytes, Corpus.Reading.PLAIN))).containsExactly("中 文", "b");
    }
  }

  @Test
  void asksADetectorWhereTextIsNotUtf8() throws Exception {
    TextEncoding detected =
        new TextEncoding.Detected(beginning -> Optional.of(Charset.forName("GB18030")));
    Corpus.Reading reading = new Corpus.Reading(SourceFormat.PLAIN, detected);
    assertThat(sentences(corpus("中 文".getBytes(UTF_8), reading))).containsExactly("中 文");
    byte[] gb = "中 文 é".getBytes(Charset.forName("GB18030"));
    assertThat(sentences(corpus(gb, reading))).containsExactly("中 文 é");
    Corpus.Reading unknown =
        new Corpus.Reading(
            SourceFormat.PLAIN, new TextEncoding.Detected(beginning -> Optional.empty()));
    assertThatThrownBy(() -> sentences(corpus(gb, unknown)))
        .isInstanceOf(TextFileException.class)
        .hasMessageContaining("its encoding cannot be detected");
  }

  @Test
  void failsOrReplacesWhatIsNotInTheEncoding() throws Exception {
    byte[] bytes = {'a', ' ', (byte) 0x81, (byte) 0x20, 'b'};
    Corpus.Reading reading =
        new Corpus.Reading(SourceFormat.PLAIN, new TextEncoding.Named(Charset.forName("GB18030")));
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(corpus(bytes, reading)))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageContaining("byte 2 (line 1): not valid gb18030; --encoding-errors=replace or");
    assertThat(Encoding.DEFAULT.with(EncodingErrors.REPLACE).encode(corpus(bytes, reading)).words())
        .containsExactlyInAnyOrder("a", "\ufffd", "b");
    assertThat(Encoding.DEFAULT.with(EncodingErrors.SKIP).encode(corpus(bytes, reading)).words())
        .containsExactly("a", "b");
  }

  @Test
  void expandsPatterns() throws Exception {
    Files.createDirectories(folder.resolve("sub/deep"));
    Files.writeString(folder.resolve("sub/b.txt"), "b");
    Files.writeString(folder.resolve("sub/a.txt"), "a");
    Files.writeString(folder.resolve("sub/c.md"), "c");
    Files.writeString(folder.resolve("sub/deep/d.txt"), "d");
    Files.writeString(folder.resolve("odd[1].txt"), "odd");
    assertThat(found(folder + "/sub/*.txt")).containsExactly("a", "b");
    assertThat(found(folder + "/s*/**.txt")).containsExactly("a", "b", "d");
    assertThat(found(folder + "/**/d.txt")).containsExactly("d");
    assertThat(found(folder + "/sub/**/*.txt")).containsExactly("a", "b", "d");
    assertThat(found(folder + "/{sub,none}/a.txt")).containsExactly("a");
    assertThat(found(folder + "/odd[1].txt")).containsExactly("odd");
    assertThatThrownBy(() -> found(folder + "/sub/*.csv"))
        .isInstanceOf(CorpusException.class)
        .hasMessage(folder + "/sub/*.csv: no file matches");
    assertThatThrownBy(() -> found(folder + "/none/*.csv"))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("no such folder");
  }

  @Test
  void followsLinksWithoutCycles() throws Exception {
    Files.createDirectories(folder.resolve("real/deep"));
    Files.writeString(folder.resolve("real/a.txt"), "a");
    Files.writeString(folder.resolve("real/deep/b.txt"), "b");
    Files.writeString(folder.resolve("real/deep/.DS_Store"), "\0");
    Files.createSymbolicLink(folder.resolve("real/deep/up"), folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    assertThat(found(link.toString())).containsExactly("a", "b");
    assertThat(found(link + "/*.txt")).containsExactly("a");
    Path lost = Files.createSymbolicLink(folder.resolve("real/lost"), Path.of("nowhere"));
    assertThatThrownBy(() -> found(folder + "/real"))
        .hasMessage(lost + ": a symbolic link to nowhere, which is not there");
    assertThatThrownBy(() -> found(" ")).hasMessageContaining("empty name");
  }

  private List<String> found(String pattern) throws Exception {
    return sentences(Corpus.of(List.of(pattern), new ByteArrayInputStream(new byte[0])));
  }

  private static String dump() {
    return """
    <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11">
      <siteinfo><sitename>Wikipedia</sitename></siteinfo>
    """
        + page(
            "0",
            "'''Anarchism''' is a [[Philosophy|philosophy]] &amp;amp; more.{{cite|a {{b}}}}\n"
                + "second line",
            "")
        + page("1", "talk", "")
        + page("0", "#REDIRECT [[Anarchism]]", "<redirect title=\"Anarchism\" />")
        + page("0", "Third &lt;!-- gone --&gt;&amp;lt; page", "")
        + "</mediawiki>\n";
  }

  private static String page(String namespace, String text, String more) {
    return "<page><title>T</title><ns>%s</ns><id>1</id>%s<revision><id>2</id><text bytes=\"5\">%s</text></revision></page>\n"
        .formatted(namespace, more, text);
  }

  private static void assertFails(String text, SourceFormat format, String message) {
    assertThatThrownBy(() -> sentences(text, format))
        .isInstanceOf(TextFileException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static List<String> sentences(String text, SourceFormat format) throws Exception {
    return sentences(corpus(text.getBytes(UTF_8), reading(format)));
  }

  private static List<String> sentences(Corpus corpus) throws Exception {
    PlainCorpus encoded = Encoding.DEFAULT.threads(2).encode(corpus);
    return encoded.sentences().stream()
        .map(ids -> ids.stream().map(encoded.words()::get).collect(Collectors.joining(" ")))
        .toList();
  }

  private static Corpus.Reading reading(SourceFormat format) {
    return new Corpus.Reading(format, TextEncoding.UTF_8);
  }

  private static Corpus corpus(byte[] bytes, Corpus.Reading reading) {
    try {
      return Corpus.of(List.of("-"), new ByteArrayInputStream(bytes), reading);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Corpus corpus(Path file, SourceFormat format) throws IOException {
    return Corpus.of(
        List.of(file.toString()), new ByteArrayInputStream(new byte[0]), reading(format));
  }
}
