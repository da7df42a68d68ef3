package org.wordvec.corpora.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.text.Utf8;

/** Extracts the text of one field from JSON objects, one per line. */
public final class JsonField implements LineText {
  private static final int DEEPEST = 1000;
  private static final int NAMED = 20;

  /** Malformed UTF-8, which replaces an unpaired surrogate. */
  private static final byte[] MALFORMED = {(byte) 0xff};

  // The length of lines is limited already; Python writes NaN.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String[] path;

  /** For each part of the path the remaining path, as a name may contain dots. */
  private final String[] rests;

  private final boolean strict;

  /**
   * Creates an extractor.
   *
   * @param path names on the path to the field, separated by dots
   * @param errors how malformed text is handled
   */
  public JsonField(String path, EncodingErrors errors) {
    this.path = path.split("\\.", -1);
    rests = new String[this.path.length];
    String rest = path;
    for (int i = 0; i < rests.length; i++) {
      rests[i] = rest;
      rest = rest.substring(Math.min(rest.length(), this.path[i].length() + 1));
    }
    strict = errors == EncodingErrors.STRICT;
  }

  /** Returns a message for a corpus without words that lists the fields of its first line. */
  public static String absence(SourceFormat.JsonLines format, Corpus corpus) throws IOException {
    Corpus.Source first = corpus.sources().getFirst();
    Set<String> names = new LinkedHashSet<>();
    if (first.bytes() >= 0) {
      try (BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(
                      SourceText.open(
                          first.opening().open(),
                          corpus.reading(),
                          EncodingErrors.REPLACE,
                          first.name()),
                      StandardCharsets.UTF_8));
          JsonParser parser = JSON.createParser(String.valueOf(lines.readLine()))) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            names.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
          }
        }
      }
    }
    String there =
        names.isEmpty()
            ? ""
            : "; the first line has " + String.join(", ", names.stream().limit(NAMED).toList());
    return "no line has text in the field '" + format.field() + "'" + there;
  }

  @Override
  public void extract(TextBlock block, int start, int end, TextBlock out) throws CorpusException {
    if (isBlank(block, start, end)) {
      return;
    }
    try (JsonParser parser = JSON.createParser(block.bytes, start, end - start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw block.failure(
            start, "not a JSON object, where one a line was expected; jq -c '.[]' writes such");
      }
      object(parser, 0, block, start, out);
      if (parser.nextToken() != null) {
        throw block.failure(start, "more than one JSON object in a line; jq -c . parts them");
      }
    } catch (JsonEOFException e) {
      throw block.failure(
          start, "a JSON object that does not end in its line; jq -c . writes one a line", e);
    } catch (StreamConstraintsException e) {
      throw block.failure(start, "JSON of more than " + DEEPEST + " levels", e);
    } catch (JsonParseException e) {
      int at = start + (int) Math.max(0, e.getLocation().getByteOffset());
      throw block.failure(at, "not JSON: " + quoted(block, Math.clamp(at, start, end), end), e);
    } catch (CorpusException e) {
      throw e;
    } catch (IOException e) {
      throw block.failure(start, "not JSON in UTF-8", e);
    }
  }

  private static String quoted(TextBlock block, int from, int end) {
    String text = Utf8.decode(block, from, Math.min(end, from + 30)).strip();
    return "unexpected «" + text + "»";
  }

  private static boolean isBlank(TextBlock block, int start, int end) {
    for (int i = start; i < end; i++) {
      if (block.bytes[i] < 0 || block.bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private void object(JsonParser parser, int depth, TextBlock block, int start, TextBlock out)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(rests[depth])) {
        value(parser, value, block, start, out);
      } else if (name.equals(path[depth])) {
        within(parser, value, depth + 1, block, start, out);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Follows the remaining path in an object, or in each object of an array. */
  private void within(
      JsonParser parser, JsonToken value, int depth, TextBlock block, int start, TextBlock out)
      throws IOException {
    if (value == JsonToken.START_OBJECT) {
      object(parser, depth, block, start, out);
    } else if (value == JsonToken.START_ARRAY) {
      for (JsonToken item = parser.nextToken();
          item != JsonToken.END_ARRAY;
          item = parser.nextToken()) {
        within(parser, item, depth, block, start, out);
      }
    }
  }

  private void value(JsonParser parser, JsonToken value, TextBlock block, int start, TextBlock out)
      throws IOException {
    if (value == JsonToken.START_ARRAY) {
      for (JsonToken item = parser.nextToken();
          item != JsonToken.END_ARRAY;
          item = parser.nextToken()) {
        value(parser, item, block, start, out);
      }
    } else if (value == JsonToken.START_OBJECT) {
      parser.skipChildren();
    } else if (value != JsonToken.VALUE_NULL) {
      append(parser.getText().replace('\0', ' '), block, start, out);
      out.append("\n");
    }
  }

  private void append(String text, TextBlock block, int start, TextBlock out)
      throws CorpusException {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (Character.isSurrogate(text.charAt(i)) && text.codePointAt(i) > 0xffff) {
        i++;
        continue;
      }
      if (strict) {
        throw block.failure(
            start,
            String.format(
                Locale.ROOT,
                "half a character, \\u%04x, in this line; --encoding-errors=replace or skip would"
                    + " go on",
                (int) text.charAt(i)));
      }
      out.append(text.substring(from, i));
      out.append(MALFORMED, 0, MALFORMED.length);
      from = i + 1;
    }
    out.append(from == 0 ? text : text.substring(from));
  }
}
