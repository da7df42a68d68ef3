package org.wordvec.word2vec.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceArrays;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.word2vec.HuffmanTree;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Outputs;

/**
 * The arguments of a kernel that depend on the objective: its tables, on the GPU.
 *
 * @param kernel the part of the kernel's name
 * @param before arguments that come before the window
 * @param after arguments that come behind it
 */
record DeviceTargets(String kernel, List<Object> before, List<Object> after) {
  static DeviceTargets of(
      Objective objective,
      OptionalInt renewedNoise,
      Vocabulary vocabulary,
      CudaContext context,
      CudaStream stream) {
    return switch (objective) {
      case Objective.NegativeSampling sampling ->
          new DeviceTargets(
              "negative",
              List.of(
                  DeviceArrays.of(context, stream, Outputs.noise(sampling, vocabulary).columns()),
                  vocabulary.size()),
              renewedNoise.isPresent()
                  ? List.of(sampling.negatives(), renewedNoise.getAsInt())
                  : List.of(sampling.negatives()));
      case Objective.HierarchicalSoftmax _ -> {
        HuffmanTree tree = HuffmanTree.of(vocabulary.counts());
        yield new DeviceTargets(
            "hierarchical",
            List.of(
                DeviceArrays.of(context, stream, tree.starts()),
                DeviceArrays.of(context, stream, tree.turns())),
            List.of());
      }
    };
  }

  /** Returns all arguments of a kernel, of which all objectives share the first and the last. */
  Object[] arguments(List<Object> first, int window, Object... last) {
    List<Object> all = new ArrayList<>(first);
    all.addAll(before);
    all.add(window);
    all.addAll(after);
    all.addAll(Arrays.asList(last));
    return all.toArray();
  }
}
