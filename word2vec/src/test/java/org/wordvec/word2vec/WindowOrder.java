package org.wordvec.word2vec;

import java.util.ArrayList;
import java.util.Arrays;
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
   * As LogisticWindow does: all coefficients first, then tiles of two words and three or four
   * outputs, each of which sees what earlier ones have learnt; or six outputs of CBOW.
   */
  TILES {
    @Override
    double train(
        SkipGramReference model, List<Integer> context, List<Target> targets, double rate) {
      double[][] g = model.coefficients(model.read(context), targets, rate);
      // As few tiles as do, of four outputs first, then of three.
      int tiles = Math.ceilDiv(targets.size(), 4);
      int fours = Math.max(0, targets.size() - 3 * tiles);
      for (int tile = 0, from = 0; tile < tiles; from += tile++ < fours ? 4 : 3) {
        int to = Math.min(targets.size(), from + (tile < fours ? 4 : 3));
        for (int c = 0; c < context.size(); ) {
          // A word that precedes its equal is alone.
          boolean pair = c + 1 < context.size() && !context.get(c).equals(context.get(c + 1));
          int end = c + (pair ? 2 : 1);
          List<Integer> words = context.subList(c, end);
          model.update(
              words, model.read(words), targets.subList(from, to), block(g, c, end, from, to));
          c = end;
        }
      }
      return SkipGramReference.loss(g, rate);
    }

    @Override
    List<List<Target>> groups(List<Target> targets) {
      List<List<Target>> groups = new ArrayList<>();
      for (int from = 0; from < targets.size(); from += GROUP) {
        groups.add(targets.subList(from, Math.min(targets.size(), from + GROUP)));
      }
      return groups;
    }
  },

  /**
   * As the GPU does: up to six different outputs at a time, two words after two others, which are
   * read before those two change.
   */
  GROUPS {
    @Override
    double train(
        SkipGramReference model, List<Integer> context, List<Target> targets, double rate) {
      double loss = 0;
      for (List<Target> group : groups(targets)) {
        List<Integer> pair = pair(context, 0);
        List<double[]> v = model.read(pair);
        for (int c = 0; c < context.size(); c += 2) {
          List<Integer> next = pair(context, c + 2);
          List<double[]> nextV = model.read(next);
          double[][] g = model.coefficients(v, group, rate);
          model.update(pair, v, group, g);
          loss += SkipGramReference.loss(g, rate);
          pair = next;
          v = nextV;
        }
      }
      return loss;
    }

    @Override
    List<List<Target>> groups(List<Target> targets) {
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
  };

  private static final int GROUP = 6;

  /** Trains a window of skip-gram and returns its loss. */
  abstract double train(
      SkipGramReference model, List<Integer> context, List<Target> targets, double rate);

  /** Returns the groups in which CBOW predicts its outputs. */
  abstract List<List<Target>> groups(List<Target> targets);

  private static List<Integer> pair(List<Integer> context, int from) {
    return context.stream().skip(from).limit(2).toList();
  }

  private static double[][] block(double[][] g, int c, int end, int from, int to) {
    return Arrays.stream(g, c, end)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .toArray(double[][]::new);
  }
}
