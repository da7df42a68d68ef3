package org.wordvec.cli.demo;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A resource file of the demo. */
record DemoResource(String name) {
  /** Returns the rows of a TSV with a header. */
  List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = open();
        CSVParser parser = format.parse(reader)) {
      return parser.getRecords();
    }
  }

  List<String> lines() throws IOException {
    try (BufferedReader reader = new BufferedReader(open())) {
      return reader.lines().toList();
    }
  }

  private Reader open() throws IOException {
    InputStream stream = DemoResource.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("missing program file demo/" + name);
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
