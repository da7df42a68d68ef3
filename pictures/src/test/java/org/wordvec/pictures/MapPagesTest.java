package org.wordvec.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class MapPagesTest {
  private static final MapFrame FRAME = new MapFrame(800, 600);

  @Test
  void hostileWordsStayTextInSvg() throws Exception {
    WordMap map = Maps.of(Maps.HOSTILE);
    byte[] svg = written(new MapSvg(map, FRAME, "<title> & \"x\"")::writeTo);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    NodeList all = document.getElementsByTagName("*");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName()).isIn("svg", "title", "style", "rect", "circle", "text");
      for (int a = 0; a < element.getAttributes().getLength(); a++) {
        assertThat(element.getAttributes().item(a).getNodeName()).doesNotStartWith("on");
      }
      if (element.getTagName().equals("text") || element.getTagName().equals("title")) {
        texts.add(element.getTextContent());
      }
    }
    assertThat(texts)
        .contains("<title> & \"x\"", "</script><img src=x onerror=alert(1)>", "]]>", "中文");
    assertThat(texts).hasSize(1 + Maps.HOSTILE.size());
  }

  @Test
  void hostileWordsStayDataInHtml() throws Exception {
    String page = html(Maps.of(Maps.HOSTILE), "</title><script>alert(0)</script>");
    String outsideOfData =
        Pattern.compile("(?s)(<script id=\"data\" type=\"application/json\">).*?</script>")
            .matcher(page)
            .replaceFirst("");
    assertThat(page).doesNotContain("<img", "<!--", "</title><script>");
    assertThat(outsideOfData).doesNotContain("onerror", "onmouseover");
    assertThat(page.split("<script", -1)).as("data and code").hasSize(3);
    String data = page.substring(page.indexOf("\"words\""), page.indexOf("\"x\":"));
    assertThat(data).doesNotContain("<", ">", "&").contains("{{script}}", "中文");
  }

  @Test
  void aPageHoldsTheNearestWordsOfTheModelWhetherDrawnOrNot() throws Exception {
    WordMap map = Maps.of(List.of("a", "b", "c"));
    assertThat(html(map, "t"))
        .contains(
            "\"near\":[[[\"\\u003c/script\\u003eelsewhere\",0.75],[1,0.50]],"
                + "[[\"\\u003c/script\\u003eelsewhere\",0.75],[2,0.50]],"
                + "[[\"\\u003c/script\\u003eelsewhere\",0.75],[0,0.50]]]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MapHtml(map, new int[0], List.of(), "t"))
        .withMessage("0 rows and 0 lists of neighbours for 3 words");
  }

  @Test
  void thePolicyNamesTheHashesOfStyleAndScriptAndNothingElseMayLoad() throws Exception {
    String page = html(Maps.crowded(9), "a map");
    assertThat(page).contains("default-src 'none'");
    assertThat(page).doesNotContain("http://", "https://", "src=", "url(", "@import", "href");
    assertThat(page).contains("style-src '" + hash(page, "<style>", "</style>"));
    assertThat(page).contains("script-src '" + hash(page, "<script>", "</script>"));
  }

  @Test
  void pagesOfTextHaveAPolicyWithoutScripts() throws Exception {
    String page = Page.of("a & b", "<p>text</p>\n");
    assertThat(page).contains("<title>a &amp; b</title>", "<p>text</p>").doesNotContain("script");
    assertThat(page).contains("style-src '" + hash(page, "<style>", "</style>"));
  }

  @Test
  void theSameMapIsTheSameFile() throws IOException {
    WordMap map = Maps.crowded(300);
    assertThat(written(new MapSvg(map, FRAME, "t")::writeTo))
        .isEqualTo(written(new MapSvg(map, FRAME, "t")::writeTo));
    assertThat(html(map, "t")).isEqualTo(html(map, "t"));
  }

  @Test
  void pngIsAnImageOfItsSizeWithSomethingOnIt() throws IOException {
    byte[] png = written(new MapPng(Maps.crowded(50), FRAME)::writeTo);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(600);
    int drawn = 0;
    for (int x = 0; x < 800; x++) {
      for (int y = 0; y < 600; y++) {
        drawn += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
      }
    }
    assertThat(drawn).isBetween(2_000, 100_000);
  }

  @Test
  void missingFontsAreAnError() {
    WordMap map = Maps.of(List.of("中文", "plain", "漢字"));
    assertThatExceptionOfType(FontException.class)
        .isThrownBy(() -> new MapPng(map, FRAME, new MapFont(List.of())))
        .withMessage(
            "no installed font has the characters of 3 of the map's words, such as 中文, plain, 漢字;"
                + " write .svg or .html, which use the fonts of the viewer");
  }

  @Test
  void frameSizesAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MapFrame(199, 600));
    assertThatIllegalArgumentException().isThrownBy(() -> new MapFrame(600, 20_001));
  }

  private static String html(WordMap map, String title) throws IOException {
    return new String(
        written(new MapHtml(map, Maps.rows(map), Maps.nearest(map), title)::writeTo),
        StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  private static byte[] written(Content content) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    content.writeTo(stream);
    return stream.toByteArray();
  }

  private static String hash(String page, String open, String close) throws Exception {
    Matcher element =
        Pattern.compile("(?s)" + Pattern.quote(open) + "(.*?)" + Pattern.quote(close))
            .matcher(page);
    assertThat(element.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(element.group(1).getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
