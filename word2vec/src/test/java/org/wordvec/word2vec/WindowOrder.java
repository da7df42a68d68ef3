package org.wordvec.word2vec;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.testing.Targets.Target;

/** The order in which a trainer changes the rows of a window. */
public enum WindowOrder {
  /** All at once, as the references document. */
  AT_ONCE {
    @Override
    double train(
        SkipGramReference model, List<Integer> context, List<Target> targets, double rate) {
      return model.train(context, targets, rate);
    }

    @Override
    List<List<Target>> groups(List<Target> targets) {
      return List.of(targets);
    }
  },

  /**
   * As the CPU does: up to six different outputs at a time, against all words, of which one that
   * occurs twice changes in turn; all outputs of CBOW at once.
   */
  BLOCKS {
    @Override
    double train(
        SkipGramReference model, List<Integer> context, List<Target> targets, double rate) {
      double loss = 0;
      for (List<Target> block : groupsOfSix(targets)) {
        List<double[]> u = model.readOutputs(block);
        double[][] g = model.coefficients(model.read(context), u, block, rate);
        for (int c = 0; c < context.size(); c++) {
          List<Integer> word = List.of(context.get(c));
          model.update(word, model.read(word), block, u, new double[][] {g[c]});
        }
        loss += SkipGramReference.loss(g, rate);
      }
      return loss;
    }

    @Override
    List<List<Target>> groups(List<Target> targets) {
      return List.of(targets);
    }
  },

  /**
   * As the GPU does: up to six different outputs at a time, against two words after two others,
   * which are read before those two change.
   */
  GROUPS {
    @Override
    double train(
        SkipGramReference model, List<Integer> context, List<Target> targets, double rate) {
      double loss = 0;
      for (List<Target> group : groups(targets)) {
        List<double[]> u = model.readOutputs(group);
        List<Integer> pair = pair(context, 0);
        List<double[]> v = model.read(pair);
        for (int c = 0; c < context.size(); c += 2) {
          List<Integer> next = pair(context, c + 2);
          List<double[]> nextV = model.read(next);
          double[][] g = model.coefficients(v, u, group, rate);
          model.update(pair, v, group, u, g);
          loss += SkipGramReference.loss(g, rate);
          pair = next;
          v = nextV;
        }
      }
      return loss;
    }

    @Override
    List<List<Target>> groups(List<Target> targets) {
      return groupsOfSix(targets);
    }
  };

  private static final int GROUP = 6;

  /** Trains a window of skip-gram and returns its loss. */
  abstract double train(
      SkipGramReference model, List<Integer> context, List<Target> targets, double rate);

  /** Returns the groups in which CBOW predicts its outputs. */
  abstract List<List<Target>> groups(List<Target> targets);

  /** Returns groups of different outputs, as large as they may be. */
  private static List<List<Target>> groupsOfSix(List<Target> targets) {
    List<List<Target>> groups = new ArrayList<>();
    for (Target target : targets) {
      if (groups.isEmpty()
          || groups.getLast().size() == GROUP
          || groups.getLast().stream().anyMatch(other -> other.row() == target.row())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(target);
    }
    return groups;
  }

  private static List<Integer> pair(List<Integer> context, int from) {
    return context.stream().skip(from).limit(2).toList();
  }
}
