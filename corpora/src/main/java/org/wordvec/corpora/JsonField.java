package org.wordvec.corpora;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** One field of JSON objects, a line each. */
final class JsonField implements LineText {
  private static final JsonFactory JSON = new JsonFactory();

  private final String[] path;

  /** With the names on the way to the field, separated by points. */
  JsonField(String path) {
    this.path = path.split("\\.", -1);
  }

  @Override
  public void extract(TextBlock block, int start, int end, TextBlock out) throws CorpusException {
    if (isBlank(block, start, end)) {
      return;
    }
    try (JsonParser parser = JSON.createParser(block.bytes, start, end - start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw block.failure(start, "no JSON object, where one a line was expected");
      }
      object(parser, 0, out);
      if (parser.nextToken() != null) {
        throw block.failure(start, "more than one JSON object in a line");
      }
    } catch (JsonParseException e) {
      String reason = e.getOriginalMessage().replaceAll("\\s+", " ");
      int at = start + (int) Math.max(0, e.getLocation().getByteOffset());
      throw block.failure(at, "no JSON: " + reason, e);
    } catch (CorpusException e) {
      throw e;
    } catch (IOException e) {
      throw block.failure(start, "no JSON: " + e.getMessage(), e);
    }
  }

  private static boolean isBlank(TextBlock block, int start, int end) {
    for (int i = start; i < end; i++) {
      if (block.bytes[i] < 0 || block.bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private void object(JsonParser parser, int depth, TextBlock out) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean onTheWay = depth < path.length && parser.currentName().equals(path[depth]);
      JsonToken value = parser.nextToken();
      if (onTheWay && depth == path.length - 1) {
        value(parser, value, out);
      } else if (onTheWay && value == JsonToken.START_OBJECT) {
        object(parser, depth + 1, out);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void value(JsonParser parser, JsonToken value, TextBlock out) throws IOException {
    if (value == JsonToken.START_ARRAY) {
      for (JsonToken item = parser.nextToken();
          item != JsonToken.END_ARRAY;
          item = parser.nextToken()) {
        value(parser, item, out);
      }
    } else if (value == JsonToken.START_OBJECT) {
      parser.skipChildren();
    } else if (value != JsonToken.VALUE_NULL) {
      out.append(parser.getText().replace('\0', ' '));
      out.append("\n");
    }
  }
}
