package org.wordvec.corpora.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.Texts;
import org.wordvec.corpora.text.CorpusException;

class DumpPagesTest {
  private static final String TURKISH =
      "<siteinfo><namespaces><namespace key=\"-2\">Ortam</namespace><namespace key=\"0\" />"
          + "<namespace key=\"6\" case=\"first-letter\">Dosyacık</namespace>"
          + "<namespace key=\"14\">Ulamcık</namespace><namespace key=\"100\">Kapıcık</namespace>"
          + "</namespaces></siteinfo>";

  @Test
  void takesNamespacesFromTheDump() throws Exception {
    String text =
        "[[Dosyacık:t.png|küçük|Resim [[yazı]]]] Bu bir metin. [[ulamcık:Türkiye]][[ORTAM:a.ogg|x]]"
            + " [[File:b.png|x]] [[Kapıcık:Tarih|tarih]]";
    assertThat(Texts.wikipediaSentences(dump(TURKISH, article("T", text))))
        .containsExactly("Bu bir metin. tarih");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<feed>\n<doc>\n<title>a</title>",
        "<?xml version=\"1.0\"?>\n<feed/>",
        "<mw:mediawiki xmlns:mw=\"x\"><mw:page/></mw:mediawiki>",
        "\n<html lang=\"en\"><p>a</p></html>"
      })
  void refusesOtherXml(String text) {
    assertThat(catchThrowableOfType(CorpusException.class, () -> Texts.wikipediaSentences(text)))
        .hasMessageContaining("XML, but no pages of MediaWiki");
  }

  @Test
  void takesTitlesOfOlderDumpsForNamespaces() throws Exception {
    String pages =
        old("AaA", "Article.")
            + old("Kapıcık:X", "portal")
            + old("ulamcık:X", "category")
            + old("Template:X", "template")
            + old("User talk:X", "talk")
            + old("User_talk:X", "talk")
            + old("2001: A Space Odyssey", "Film.")
            + old("Portal: A Game", "Game.");
    assertThat(Texts.wikipediaSentences(dump(TURKISH, pages)))
        .containsExactly("Article.", "Film.", "Game.");
  }

  @Test
  void guessesNamespacesWhereNothingTellsThem() throws Exception {
    String pages =
        old("Real", "Article. [[Dosya:a.png|b]]")
            + old("Template:Stub", "no")
            + old("Vorlage:X", "no")
            + old("Kategorie:X", "no")
            + old("Обсуждение:X", "no")
            + old("Обсуждение участника:X", "no")
            + old("模板:X", "no")
            + old("틀:X", "no")
            + old("قالب:X", "no")
            + old("Portal:X", "no");
    assertThat(Texts.wikipediaSentences(dump("", pages))).containsExactly("Article.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#REDIRECT [[A]]",
        "#redirect: [[A]]",
        " \n#Redirect[[A]] {{R from x}}\n[[Category:B]]",
        "#WEITERLEITUNG [[A]]",
        "#REDIRECTION [[A]]",
        "#REDIRECCIÓN [[A]]",
        "#перенаправление [[A]]",
        "#ПЕРЕНАПРАВЛЕНИЕ [[A]]",
        "#重定向 [[A]]",
        "#重定向：[[A]]",
        "#転送 [[A]]",
        "#넘겨주기 [[A]]",
        "#تحويل [[A]]",
        "#تغییر_مسیر [[A]]",
        "#YÖNLENDİRME [[A]]",
        "#yönlendirme [[A]]",
        "#PATRZ [[A]]",
        "#OMDIRIGERING [[A]]",
        "#เปลี่ยนทาง [[A]]",
        "#đổi [[A]]",
        "#ĐỔI [[A]]",
        "#अनुप्रेषित [[A]]",
        "#הפניה [[A]]",
        "#UNKNOWNWORD [[A]]\n",
      })
  void leavesRedirectsOut(String redirect) throws Exception {
    String pages = old("R", redirect) + article("R", redirect) + article("A", "text");
    assertThat(Texts.wikipediaSentences(dump("", pages))).containsExactly("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"# REDIRECTED [[trains]] run", "#[[One]]\n#[[Two]]", "#tag [[x]] and text", "#"})
  void keepsListsThatLookLikeRedirects(String text) throws Exception {
    assertThat(Texts.wikipediaSentences(dump("", article("A", text + "\nend")))).endsWith("end");
  }

  @Test
  void leavesOutWhatIsNotWikiText() throws Exception {
    String page =
        "<page><title>Q1</title><ns>0</ns><revision><model>wikibase-item</model>"
            + "<text>{\"a\":1}</text></revision></page>";
    assertThat(Texts.wikipediaSentences(dump("", page + article("A", "text"))))
        .containsExactly("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3", "0.4", "0.5", "0.6", "0.8", "0.10", "0.11"})
  void readsEachVersionOfTheSchema(String version) throws Exception {
    boolean numbered = Integer.parseInt(version.substring(2)) >= 6;
    String pages =
        numbered
            ? article("A", "text") + article("B", "#REDIRECT [[A]]")
            : old("A", "text") + old("B", "#REDIRECT [[A]]") + old("Template:C", "no");
    String dump =
        "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- made anew -->\n"
            + "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-%s/\" version=\"%s\" xml:lang=\"en\">"
                .formatted(version, version)
            + pages
            + "</mediawiki>";
    assertThat(Texts.wikipediaSentences(dump)).containsExactly("text");
  }

  @Test
  void readsAStretchOfADump() throws Exception {
    String pages = "  " + article("A", "one") + article("B", "two &amp;amp; three");
    assertThat(Texts.wikipediaSentences(pages)).containsExactly("one", "two & three");
    assertThat(Texts.wikipediaSentences(pages + "</mediawiki>"))
        .containsExactly("one", "two & three");
    assertCut(pages.substring(0, pages.length() - 20));
  }

  @Test
  void namesThePageInWhichADumpIsCut() {
    String dump = dump("", article("A", "one") + article("B", "two") + article("C d", "three"));
    assertThat(assertCut(dump.substring(0, dump.indexOf("hree"))))
        .contains("page 3, \"C d\"")
        .contains("echo '</text></revision></page></mediawiki>'");
  }

  @Test
  void refusesMarkupThatIsNotEscaped() {
    String dump = dump("", article("A", "one <b>two</b>"));
    assertThat(catchThrowableOfType(CorpusException.class, () -> Texts.wikipediaSentences(dump)))
        .hasMessageContaining("line 1: not the XML of a Wikipedia dump: an element where text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<page><title>A</title><ns>0</ns><revision><text>*",
        "<page><title>*",
        "<!-- *",
        "<page a=\"*",
        "<siteinfo><namespaces><namespace key=\"1\">*",
      })
  void refusesWhatWouldFillTheMemory(String opened) {
    String dump = dump("", opened.replace("*", "long ".repeat(4 << 20)));
    assertThat(catchThrowableOfType(CorpusException.class, () -> Texts.wikipediaSentences(dump)))
        .hasMessageContaining("more than 16 MiB")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesElementsWithinElementsWithoutEnd() {
    String dump = dump("", "<a>".repeat(1000));
    assertThat(catchThrowableOfType(CorpusException.class, () -> Texts.wikipediaSentences(dump)))
        .hasMessageContaining("more than 50 elements within each other");
  }

  @Test
  void remedyInTheTruncationMessageWorks() throws Exception {
    String dump = dump("", article("A", "one") + article("B", "two"));
    for (int end = dump.indexOf("ne</text"); end < dump.length() - 12; end++) {
      if (dump.lastIndexOf('<', end - 1) > dump.lastIndexOf('>', end - 1)) {
        continue;
      }
      String cut = dump.substring(0, end);
      String message = assertCut(cut);
      String closing = message.replaceAll("(?s).*echo '(.*)'.*", "$1");
      assertThat(Texts.wikipediaSentences(cut + closing)).isNotEmpty();
    }
  }

  @Test
  void decodesWikiExtractorsEscapes() throws Exception {
    String text =
        """
        <doc id="1" url="u" title="t">
        AT&amp;T and R&amp;D with x &lt; y.
        &lt;doc is text &eacute; &amp;lt; &unknown; & &amp
        </doc>
        """;
    assertThat(Texts.wikipediaSentences(text))
        .containsExactly("AT&T and R&D with x < y.", "<doc is text é &lt; &unknown; & &amp");
  }

  @Test
  void readsWikiExtractorsObjects() throws Exception {
    String text =
        "{\"id\": \"1\", \"revid\": \"2\", \"url\": \"u\", \"title\": \"T\","
            + " \"text\": \"AT&amp;T\\nsecond line\"}\n{\"a\" is text\n{}\n";
    assertThat(Texts.wikipediaSentences(text))
        .containsExactly("AT&T", "second line", "{\"a\" is text", "{}");
  }

  private static String assertCut(String dump) {
    CorpusException cut =
        catchThrowableOfType(CorpusException.class, () -> Texts.wikipediaSentences(dump));
    assertThat(cut)
        .hasMessageContaining("not the whole XML of a Wikipedia dump")
        .hasMessageNotContaining("\n");
    return String.valueOf(cut.getMessage());
  }

  private static String dump(String siteinfo, String pages) {
    return "<mediawiki xml:lang=\"tr\">" + siteinfo + pages + "</mediawiki>\n";
  }

  private static String article(String title, String text) {
    return "<page><title>%s</title><ns>0</ns><revision><text xml:space=\"preserve\">%s</text></revision></page>\n"
        .formatted(title, text);
  }

  private static String old(String title, String text) {
    return article(title, text).replace("<ns>0</ns>", "");
  }
}
