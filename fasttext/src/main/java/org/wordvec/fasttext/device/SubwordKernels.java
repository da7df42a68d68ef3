package org.wordvec.fasttext.device;

import java.util.List;
import java.util.OptionalInt;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceArrays;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.Ptx;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.SubwordRows;
import org.wordvec.word2vec.device.WindowKernels;

/** FastText's kernels: those of Word2Vec that also read the input rows of each word. */
record SubwordKernels(SubwordRows rows) implements WindowKernels.Tables {
  static WindowKernels of(SubwordRows rows, int renewedNoise) {
    return new WindowKernels(
        "subword_",
        width -> Ptx.read(FastText.class.getResourceAsStream("fasttext-" + width + ".ptx")),
        new SubwordKernels(rows),
        OptionalInt.of(renewedNoise));
  }

  @Override
  public long bytes() {
    return (long) rows.starts().length * Long.BYTES + rows.rows().byteSize();
  }

  @Override
  public List<DeviceBuffer> upload(CudaContext context, CudaStream stream) {
    return List.of(
        DeviceArrays.of(context, stream, rows.starts()),
        DeviceArrays.of(context, stream, rows.rows()));
  }
}
