package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads a page of each of ten languages with its own namespaces and redirect, written for this test
 * with the constructs that such pages have.
 */
class WikipediaLanguagesTest {
  /** A file of fragments: the namespaces and a redirect, the markup, what a reader sees. */
  private record Fragment(List<String> namespaces, String redirect, String markup, String plain) {
    static Fragment of(String language) throws IOException {
      String name = "wikipedia/" + language + ".txt";
      try (InputStream in = WikipediaLanguagesTest.class.getResourceAsStream(name)) {
        String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        String[] parts = text.split("----\n", -1);
        List<String> head = parts[0].lines().toList();
        int last = head.size() - 1;
        return new Fragment(head.subList(0, last), head.get(last), parts[1], parts[2]);
      }
    }

    /** Returns a dump with the redirect and the page, with namespaces told for each page or not. */
    String dump(boolean declared, boolean numbered) {
      StringBuilder dump = new StringBuilder("<mediawiki>");
      if (declared) {
        dump.append("<siteinfo><namespaces>");
        for (String namespace : namespaces) {
          String[] parts = namespace.split(" ", 2);
          dump.append("<namespace key=\"%s\">%s</namespace>".formatted(parts[0], parts[1]));
        }
        dump.append("</namespaces></siteinfo>");
      }
      page("R", redirect, numbered, dump);
      page("A", markup, numbered, dump);
      String category = namespaces.get(2).split(" ", 2)[1];
      if (!numbered) {
        page(category + ":B", "no article", false, dump);
      }
      return dump.append("</mediawiki>").toString();
    }

    private static void page(String title, String markup, boolean numbered, StringBuilder dump) {
      String text = markup.replace("&", "&amp;").replace("<", "&lt;");
      dump.append("<page><title>").append(title).append("</title>");
      dump.append(numbered ? "<ns>0</ns>" : "");
      dump.append("<revision><text>").append(text).append("</text></revision></page>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "de", "es", "fr", "ja", "ko", "pl", "ru", "tr", "zh"})
  void readsEachLanguageWithOrWithoutNamesOfNamespaces(String language) throws Exception {
    Fragment fragment = Fragment.of(language);
    List<String> expected = fragment.plain().lines().toList();
    assertThat(Texts.wikipediaSentences(fragment.dump(true, true)))
        .containsExactlyElementsOf(expected);
    assertThat(Texts.wikipediaSentences(fragment.dump(true, false)))
        .containsExactlyElementsOf(expected);
    assertThat(Texts.wikipediaSentences(fragment.dump(false, true)))
        .containsExactlyElementsOf(expected);
    assertThat(Texts.wikipediaSentences(fragment.dump(false, false)))
        .containsExactlyElementsOf(expected);
  }
}
