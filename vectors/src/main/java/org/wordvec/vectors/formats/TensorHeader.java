package org.wordvec.vectors.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.vectors.VectorFormatException;

/**
 * The header entry of a tensor in a safetensors file, not validated.
 *
 * @param type name of the value type
 * @param shape sizes of the dimensions
 * @param begin offset of the first byte, relative to the end of the header
 * @param end offset after the last byte
 */
record TensorHeader(String type, List<Long> shape, long begin, long end) {
  private static final JsonFactory JSON = new JsonFactory();
  static final String METADATA = "__metadata__";

  /**
   * A whole header.
   *
   * @param tensors by name
   * @param metadata texts by name
   */
  record Parsed(Map<String, TensorHeader> tensors, Map<String, String> metadata) {}

  static Parsed parse(MemorySegment header, Path path) throws IOException {
    byte[] text = header.toArray(ValueLayout.JAVA_BYTE);
    try (JsonParser json = JSON.createParser(text)) {
      Map<String, TensorHeader> tensors = new LinkedHashMap<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      expect(json.nextToken(), JsonToken.START_OBJECT, path);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(METADATA)) {
          readMetadata(json, metadata);
        } else {
          tensors.put(name, tensor(json, path));
        }
      }
      return new Parsed(tensors, metadata);
    } catch (VectorFormatException noTensors) {
      throw noTensors;
    } catch (IOException noJson) {
      // The text is in memory, so an exception of the parser is about its content.
      throw damaged(path);
    }
  }

  /** Reads what are texts; anything else is left out, since no reader needs it. */
  private static void readMetadata(JsonParser json, Map<String, String> metadata)
      throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        metadata.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private static TensorHeader tensor(JsonParser json, Path path) throws IOException {
    expect(json.currentToken(), JsonToken.START_OBJECT, path);
    String type = "";
    List<Long> shape = List.of();
    List<Long> offsets = List.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> type = String.valueOf(json.getText());
        case "shape" -> shape = numbers(json, path);
        case "data_offsets" -> offsets = numbers(json, path);
        default -> json.skipChildren();
      }
    }
    if (offsets.size() != 2) {
      throw damaged(path);
    }
    return new TensorHeader(type, shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(JsonParser json, Path path) throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY, path);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      numbers.add(json.getLongValue());
    }
    expect(json.currentToken(), JsonToken.END_ARRAY, path);
    return numbers;
  }

  private static void expect(JsonToken found, JsonToken expected, Path path)
      throws VectorFormatException {
    if (found != expected) {
      throw damaged(path);
    }
  }

  private static VectorFormatException damaged(Path path) {
    return new VectorFormatException(path, "its header is not a valid safetensors header");
  }

  /** Returns the type of the values. */
  ValueType valueType(String name, Path path) throws VectorFormatException {
    return switch (type) {
      case "F32" -> ValueType.FLOAT32;
      case "F64" -> ValueType.FLOAT64;
      case "F16" -> ValueType.FLOAT16;
      case "BF16" -> ValueType.BFLOAT16;
      default ->
          throw new VectorFormatException(
              path,
              "tensor \"%s\" has values of type %s; F32, F64, F16 and BF16 can be read"
                  .formatted(name, type));
    };
  }
}
