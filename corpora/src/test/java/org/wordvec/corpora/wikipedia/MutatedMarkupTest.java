package org.wordvec.corpora.wikipedia;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breaks pages of ten languages at random places and puts markup where it does not belong; {@code
 * -Dwordvec.faults=10000} sets the number of pages per language.
 */
class MutatedMarkupTest {
  private static final int COUNT = Integer.getInteger("wordvec.faults", 250);

  private static final String[] MARKUP = {
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{|",
    "|}",
    "\n{|",
    "\n|}\n",
    "[[",
    "]]",
    "[",
    "]",
    "|",
    "-{",
    "}-",
    "-{H|",
    "zh-cn:",
    ";",
    ":",
    "<ref>",
    "</ref>",
    "<ref name=\"",
    "/>",
    ">",
    "<",
    "<!--",
    "-->",
    "<nowiki>",
    "</nowiki>",
    "<nowiki/>",
    "<pre>",
    "</pre>",
    "<table>",
    "</table>",
    "<br />",
    "<includeonly>",
    "'''",
    "''",
    "''''",
    "=",
    "\n==",
    "\n",
    "\n*",
    "\n;",
    "----",
    "&#x110000;",
    "&#0;",
    "&amp;",
    "&",
    "http://",
    "mailto:",
    "//",
    "[http://a ",
    "__",
    "__TOC__",
    "(",
    ")",
    "\ufdd0",
    "\ufdef",
    "\ud83d",
    "\u0000",
    "#REDIRECT [[",
    "[[File:",
    "[[de:",
    "{{!}}"
  };

  @ParameterizedTest
  @ValueSource(strings = {"ar", "de", "es", "fr", "ja", "ko", "pl", "ru", "tr", "zh"})
  void brokenMarkupIsReadAndGetsNoLonger(String language) throws IOException {
    String page = page(language);
    Random random = new Random(language.hashCode());
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(10),
        () -> {
          for (int i = 0; i < COUNT; i++) {
            String broken = broken(page, random);
            String plain = WikiText.plain(broken, LinkPrefixes.KNOWN);
            assertThat(plain.length()).as("%s", broken).isLessThanOrEqualTo(broken.length());
            String redirect = "#REDIRECT [[" + broken;
            assertThat(Redirects.isRedirect(redirect)).isEqualTo(isClosed(redirect));
          }
        });
  }

  private static boolean isClosed(String redirect) {
    return redirect.lines().findFirst().orElse("").contains("]]");
  }

  private static String broken(String page, Random random) {
    StringBuilder broken = new StringBuilder(page);
    for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
      int at = random.nextInt(broken.length() + 1);
      int to = Math.min(broken.length(), at + random.nextInt(60));
      switch (random.nextInt(4)) {
        case 0 -> broken.delete(at, to);
        case 1 -> broken.insert(at, MARKUP[random.nextInt(MARKUP.length)]);
        case 2 -> broken.insert(random.nextInt(broken.length() + 1), broken.substring(at, to));
        default ->
            broken.insert(at, MARKUP[random.nextInt(MARKUP.length)].repeat(random.nextInt(300)));
      }
    }
    return broken.toString();
  }

  private static String page(String language) throws IOException {
    String name = language + ".txt";
    try (InputStream in = MutatedMarkupTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return text.split("----\n", -1)[1];
    }
  }
}
