package org.wordvec.corpora.sources;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.wikipedia.Namespaces;
import org.wordvec.corpora.wikipedia.Redirects;

/**
 * Reads the articles of a MediaWiki dump as wiki text, one per line: {@link #PAGE}, the wiki's
 * names of the namespaces that matter in links, {@link #PAGE}, then the page with {@link
 * #LINE_FEED} for each line feed. XML contains neither character. Pages outside the article
 * namespace, redirects and pages that are not wiki text are skipped.
 *
 * <p>Dumps before 2010 declare neither namespaces nor redirects, which are then detected by the
 * prefix of the title and the first word of the page.
 */
final class DumpPages extends GeneratedText {
  /** Separator before each page and before its text. */
  static final char PAGE = '\f';

  /** Replaces a line feed within a page. */
  static final char LINE_FEED = '\u000b';

  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  /** The beginning of a part of a dump, such as one stream of a multistream file. */
  private static final String FIRST_PAGE = "<page>";

  /** Matches XML that is neither a dump nor WikiExtractor's output. */
  private static final Pattern OTHER_XML =
      Pattern.compile("\\s*(<\\?xml|<!DOCTYPE|<(?!doc id=)[A-Za-z_][\\w:.-]*[\\s/>])");

  /** Maximum number of characters of a page; MediaWiki's limit is 2 MiB. */
  private static final int LONGEST = 16 << 20;

  /** Maximum nesting of elements; dumps have five levels. */
  private static final int DEEPEST = 50;

  private static final String ROOT = "<mediawiki>";
  private static final int PEEK = 1 << 12;

  private final XMLStreamReader xml;
  private final Decoded in;
  private final String name;
  private final boolean stretch;
  private final Namespaces namespaces = new Namespaces();
  private final Deque<String> elements = new ArrayDeque<>();
  private String title = "";
  private long pages;

  private DumpPages(XMLStreamReader xml, Decoded in, String name, boolean stretch) {
    this.xml = xml;
    this.in = in;
    this.name = name;
    this.stretch = stretch;
  }

  /** Opens the pages of a dump; text that is not a dump is returned unchanged. */
  static InputStream open(InputStream text, EncodingErrors errors, String name) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(text, PEEK);
    stream.mark(PEEK);
    byte[] bytes = stream.readNBytes(PEEK);
    stream.reset();
    String beginning = new String(bytes, StandardCharsets.UTF_8);
    if (beginning.startsWith("\ufeff")) {
      stream.skipNBytes("\ufeff".getBytes(StandardCharsets.UTF_8).length);
      beginning = beginning.substring(1);
    }
    boolean stretch = beginning.stripLeading().startsWith(FIRST_PAGE);
    if (!stretch && !beginning.contains("<mediawiki")) {
      if (OTHER_XML.matcher(beginning).lookingAt()) {
        throw new CorpusException(name + ": XML, but no pages of MediaWiki");
      }
      return stream;
    }
    Decoded in = new Decoded(stream, errors, stretch ? ROOT : "");
    try {
      return new DumpPages(factory().createXMLStreamReader(in), in, name, stretch);
    } catch (XMLStreamException e) {
      throw malformed(name, e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // The limits guard against expanding entities. Without a DTD there are none, but each &lt; of a
    // dump would count.
    factory.setProperty(LIMITS + "totalEntitySizeLimit", "0");
    factory.setProperty(LIMITS + "maxGeneralEntitySizeLimit", "0");
    factory.setProperty(LIMITS + "entityExpansionLimit", "0");
    return factory;
  }

  /**
   * Decodes a dump, records whether it was read to its end, and limits the size of unclosed
   * comments and tags. Bytes are decoded here because the JDK's parser prints malformed UTF-8 to
   * standard error before it throws.
   */
  private static final class Decoded extends FilterReader {
    private String first;
    private boolean ended;
    private long left = LONGEST;

    Decoded(InputStream in, EncodingErrors errors, String first) {
      super(new InputStreamReader(in, decoder(errors)));
      this.first = first;
    }

    private static CharsetDecoder decoder(EncodingErrors errors) {
      CodingErrorAction action =
          errors == EncodingErrors.STRICT ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(action)
          .onUnmappableCharacter(action);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int count = Math.min(first.length(), length);
      if (count > 0) {
        first.getChars(0, count, buffer, from);
        first = first.substring(count);
        return count;
      }
      if (left <= 0) {
        throw new TooLongException("a tag or comment");
      }
      int read = super.read(buffer, from, length);
      left -= Math.max(0, read);
      ended |= read < 0;
      return read;
    }

    /** Restarts the count of characters. */
    void eventBegins() {
      left = LONGEST;
    }
  }

  /** Thrown if an XML element is longer than in any dump. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;

    TooLongException(String what) {
      super(what + " of more than 16 MiB, where MediaWiki allows a page 2 MiB; is it closed?");
    }
  }

  @Override
  byte[] next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = nextEvent();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("namespace")) {
            namespace();
          } else if (xml.getLocalName().equals("page")) {
            String page = page();
            if (!page.isBlank()) {
              return line(page).getBytes(StandardCharsets.UTF_8);
            }
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          elements.poll();
        }
      }
      return END;
    } catch (XMLStreamException e) {
      if (in.ended && stretch && elements.size() == 1) {
        return END;
      }
      throw in.ended ? cut(e) : malformed(name, e);
    } catch (RuntimeException e) {
      // The JDK's parser fails in this way at the end of some truncated files.
      throw cut(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private String line(String page) {
    return PAGE
        + namespaces.hidden()
        + PAGE
        + page.replace('\r', ' ').replace('\n', LINE_FEED)
        + "\n";
  }

  private void namespace() throws XMLStreamException {
    String key = xml.getAttributeValue(null, "key");
    if (key != null && key.matches("-?[0-9]{1,6}")) {
      namespaces.add(Integer.parseInt(key), content());
    }
  }

  /** Reads a page; returns the wiki text of an article and "" for other pages. */
  private String page() throws XMLStreamException {
    boolean article = true;
    boolean numbered = false;
    String text = "";
    title = "";
    pages++;
    while (xml.hasNext()) {
      int event = nextEvent();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "title" -> title = content();
          case "ns" -> {
            numbered = true;
            article &= content().trim().equals("0");
          }
          case "redirect" -> article = false;
          case "model" -> article &= content().trim().equals("wikitext");
          case "text" -> text = content();
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && elements.pop().equals("page")) {
        break;
      }
    }
    article &= numbered || namespaces.isArticle(title);
    return article && !Redirects.isRedirect(text) ? text : "";
  }

  /** Returns the text of the current element and advances to its end. */
  private String content() throws XMLStreamException {
    StringBuilder content = new StringBuilder();
    for (int event = nextEvent(); event != XMLStreamConstants.END_ELEMENT; event = nextEvent()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw new XMLStreamException("an element where text was expected", xml.getLocation());
      }
      if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
        content.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
      if (content.length() > LONGEST) {
        throw new XMLStreamException(
            "", xml.getLocation(), new TooLongException("<" + elements.peek() + ">"));
      }
    }
    elements.pop();
    return content.toString();
  }

  private int nextEvent() throws XMLStreamException {
    in.eventBegins();
    int event = xml.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      elements.push(xml.getLocalName());
      if (elements.size() > DEEPEST) {
        throw new XMLStreamException(
            "more than " + DEEPEST + " elements within each other", xml.getLocation());
      }
    }
    return event;
  }

  private CorpusException cut(Exception e) {
    String place = pages == 0 ? "before its first page" : "in or behind page " + pages;
    String page = title.isBlank() ? "" : ", \"" + title.replaceAll("\\s+", " ") + "\"";
    StringBuilder closing = new StringBuilder();
    elements.forEach(element -> closing.append("</").append(element).append('>'));
    return new CorpusException(
        "%s: not the whole XML of a Wikipedia dump: it ends %s%s; to use what there is, read (cat FILE; echo '%s') through a pipe"
            .formatted(name, place, page, closing),
        e);
  }

  private static CorpusException malformed(String name, XMLStreamException e) {
    String reason =
        switch (e.getNestedException()) {
          case CharacterCodingException _ -> "not valid UTF-8";
          case TooLongException tooLong -> String.valueOf(tooLong.getMessage());
          case null, default -> String.valueOf(e.getMessage()).replaceAll("(?s).*\nMessage: ", "");
        };
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return new CorpusException(
        String.format(
            Locale.ROOT,
            "%s: line %d: not the XML of a Wikipedia dump: %s",
            name,
            line,
            reason.replaceAll("\\s+", " ")),
        e);
  }
}
