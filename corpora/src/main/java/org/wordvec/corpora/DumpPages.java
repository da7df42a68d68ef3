package org.wordvec.corpora;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wordvec.corpora.reading.EncodingErrors;

/**
 * The articles of a MediaWiki dump as wiki text, a line each: {@link #PAGE}, then the page with
 * {@link #LINE_FEED} for each line feed. XML holds neither character. Pages outside the article
 * namespace and redirects are left out.
 */
final class DumpPages extends GeneratedText {
  /** Begins each page. */
  static final char PAGE = '\f';

  /** Stands for a line feed within a page. */
  static final char LINE_FEED = '\u000b';

  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  private final XMLStreamReader xml;
  private final InputStream in;
  private final String name;

  private DumpPages(XMLStreamReader xml, InputStream in, String name) {
    this.xml = xml;
    this.in = in;
    this.name = name;
  }

  static InputStream open(InputStream in, EncodingErrors errors, String name) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // The limits guard against entities that expand; without a DTD there are none, but each &lt;
    // of a dump would count.
    factory.setProperty(LIMITS + "totalEntitySizeLimit", "0");
    factory.setProperty(LIMITS + "maxGeneralEntitySizeLimit", "0");
    factory.setProperty(LIMITS + "entityExpansionLimit", "0");
    try {
      return new DumpPages(factory.createXMLStreamReader(decoded(in, errors)), in, name);
    } catch (XMLStreamException e) {
      throw failure(name, e);
    }
  }

  // The JDK's parser, given bytes that are not UTF-8, prints that before it throws.
  private static Reader decoded(InputStream in, EncodingErrors errors) {
    CodingErrorAction action =
        errors == EncodingErrors.STRICT ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
  }

  @Override
  byte[] next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("page")) {
          String page = page();
          if (!page.isBlank()) {
            String line = PAGE + page.replace('\r', ' ').replace('\n', LINE_FEED) + "\n";
            return line.getBytes(StandardCharsets.UTF_8);
          }
        }
      }
      return END;
    } catch (XMLStreamException e) {
      throw failure(name, e);
    } catch (RuntimeException e) {
      // The JDK's parser fails so at the end of some files that are cut.
      throw new CorpusException(name + ": not the XML of a Wikipedia dump: it was cut", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The wiki text of an article, "" for other pages. */
  private String page() throws XMLStreamException {
    boolean article = true;
    String text = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "ns" -> article &= xml.getElementText().trim().equals("0");
          case "redirect" -> article = false;
          case "text" -> text = xml.getElementText();
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("page")) {
        break;
      }
    }
    return article ? text : "";
  }

  private static CorpusException failure(String name, XMLStreamException e) {
    String reason =
        e.getNestedException() instanceof CharacterCodingException
            ? "not valid UTF-8"
            : String.valueOf(e.getMessage()).replaceAll("(?s).*\nMessage: ", "");
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return new CorpusException(
        "%s: line %d: not the XML of a Wikipedia dump: %s"
            .formatted(name, line, reason.replaceAll("\\s+", " ")),
        e);
  }
}
