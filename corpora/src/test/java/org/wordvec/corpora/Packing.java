package org.wordvec.corpora;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** The formats in which text comes compressed. */
enum Packing {
  GZIP {
    @Override
    OutputStream open(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  ZSTD {
    @Override
    OutputStream open(OutputStream out) throws IOException {
      return new ZstdOutputStream(out).setChecksum(true);
    }
  },
  BZIP2 {
    @Override
    OutputStream open(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out);
    }
  },
  XZ {
    @Override
    OutputStream open(OutputStream out) throws IOException {
      return new XZCompressorOutputStream(out);
    }
  };

  abstract OutputStream open(OutputStream out) throws IOException;

  byte[] pack(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = open(packed)) {
      out.write(text);
    }
    return packed.toByteArray();
  }
}
