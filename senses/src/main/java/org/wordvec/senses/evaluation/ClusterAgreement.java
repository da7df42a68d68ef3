package org.wordvec.senses.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Compares a clustering with the true classes by their table of counts.
 *
 * @param table rows are classes, columns are clusters
 */
public record ClusterAgreement(List<long[]> table) {
  /**
   * Counts how often each class meets each cluster.
   *
   * @param classes of the items
   * @param clusters of the same items
   */
  public static ClusterAgreement of(List<?> classes, int[] clusters) {
    Map<Object, Integer> rows = new HashMap<>();
    int columns = 0;
    for (int cluster : clusters) {
      columns = Math.max(columns, cluster + 1);
    }
    List<long[]> table = new ArrayList<>();
    for (int item = 0; item < clusters.length; item++) {
      int row = rows.computeIfAbsent(classes.get(item), unseen -> rows.size());
      while (table.size() <= row) {
        table.add(new long[columns]);
      }
      table.get(row)[clusters[item]]++;
    }
    return new ClusterAgreement(table);
  }

  /** Returns the number of clusters that have an item. */
  public int clusters() {
    return (int) DoubleStream.of(columns()).filter(sum -> sum > 0).count();
  }

  /**
   * Returns the adjusted Rand index (Hubert and Arabie 1985): 1 for equal clusterings, 0 expected
   * of chance, and 0 where one of the two has a single cluster and the other has not.
   */
  public double adjustedRand() {
    double both = pairs(cells());
    double classes = pairs(rows());
    double clusters = pairs(columns());
    double total = pairs(new double[] {total()});
    double expected = total == 0 ? 0 : classes * clusters / total;
    double greatest = (classes + clusters) / 2;
    return greatest == expected ? 1 : (both - expected) / (greatest - expected);
  }

  /** Returns the V-measure (Rosenberg and Hirschberg 2007), 0 to 1. */
  public double vMeasure() {
    double classes = entropy(rows());
    double clusters = entropy(columns());
    double shared = classes + clusters - entropy(cells());
    double homogeneity = classes == 0 ? 1 : shared / classes;
    double completeness = clusters == 0 ? 1 : shared / clusters;
    double sum = homogeneity + completeness;
    return sum <= 0 ? 0 : 2 * homogeneity * completeness / sum;
  }

  /**
   * Returns the F-score of pairs of items that are in one cluster (Manandhar et al. 2010), 0 to 1.
   */
  public double pairedF() {
    double both = pairs(cells());
    double found = pairs(columns());
    double wanted = pairs(rows());
    double precision = found == 0 ? 0 : both / found;
    double recall = wanted == 0 ? 0 : both / wanted;
    if (found == 0 && wanted == 0) {
      return 1;
    }
    return both == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private double[] cells() {
    return table.stream()
        .flatMapToDouble(row -> java.util.Arrays.stream(row).asDoubleStream())
        .toArray();
  }

  private double[] rows() {
    return table.stream().mapToDouble(row -> java.util.Arrays.stream(row).sum()).toArray();
  }

  private double[] columns() {
    double[] sums = new double[table.isEmpty() ? 0 : table.getFirst().length];
    for (long[] row : table) {
      for (int i = 0; i < row.length; i++) {
        sums[i] += row[i];
      }
    }
    return sums;
  }

  private double total() {
    return DoubleStream.of(rows()).sum();
  }

  private static double pairs(double[] counts) {
    return DoubleStream.of(counts).map(n -> n * (n - 1) / 2).sum();
  }

  private static double entropy(double[] counts) {
    double total = DoubleStream.of(counts).sum();
    return DoubleStream.of(counts)
        .filter(n -> n > 0)
        .map(n -> -n / total * Math.log(n / total))
        .sum();
  }
}
