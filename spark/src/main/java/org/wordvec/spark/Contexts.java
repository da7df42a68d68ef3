package org.wordvec.spark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.corpora.sources.Corpus;

/**
 * Starts Spark's driver in this process. What spark-submit has set stays as it is; system
 * properties that begin with {@code spark.} are settings too.
 */
final class Contexts {
  private static final String LOG_SETTINGS = "log4j2.configurationFile";
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** What Spark says of a name that it cannot make sense of. */
  private static final Pattern NO_MASTER =
      Pattern.compile("(?i)\\bmaster URL\\b|Asked to run locally");

  private Contexts() {}

  static JavaSparkContext open(ClusterSettings settings) throws IOException {
    quieten();
    SparkConf conf = new SparkConf().setAppName("wordvec");
    settings.master().ifPresent(conf::setMaster);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // What is handed to all are floats, which do not get shorter.
    conf.setIfMissing("spark.broadcast.compress", "false");
    // Executors that were lost are replaced; parts stay where their text and model are.
    conf.setIfMissing("spark.locality.wait", "1s");
    conf.set(
        EXECUTOR_OPTIONS,
        (conf.get(EXECUTOR_OPTIONS, "")
                + " "
                + VECTORS
                + " -Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0"
                + " -D"
                + LOG_SETTINGS
                + "=wordvec-log4j2.properties")
            .strip());
    String master = conf.get("spark.master");
    if (master.startsWith("local-cluster")) {
      conf.setIfMissing("spark.executor.extraClassPath", classPath());
      conf.setIfMissing("spark.driver.host", "localhost");
    } else if (master.startsWith("local")) {
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    } else if (!conf.contains("spark.submit.deployMode")) {
      conf.setIfMissing("spark.jars", String.join(",", ownJars()));
    }
    try {
      return new JavaSparkContext(conf);
      // Scala throws checked exceptions without saying so.
    } catch (Exception e) {
      throw refusal(master, e);
    }
  }

  /**
   * Why there is no cluster.
   *
   * @throws IllegalArgumentException if its name is none
   */
  private static IOException refusal(String master, Exception e) {
    String reason = String.valueOf(e.getMessage()).strip();
    if (e instanceof NumberFormatException || NO_MASTER.matcher(reason).find()) {
      throw new IllegalArgumentException(
          "--engine spark="
              + master
              + ": not the name of a cluster; it can be local, local[4], local[*] or"
              + " spark://HOST:PORT, and by way of spark-submit yarn or k8s://URL",
          e);
    }
    return new IOException("Spark at " + master + " cannot be used: " + reason, e);
  }

  private static void quieten() {
    URL own = Contexts.class.getResource("/wordvec-log4j2.properties");
    if (own != null && System.getProperty(LOG_SETTINGS) == null) {
      System.setProperty(LOG_SETTINGS, own.toString());
    }
  }

  /** All that this process runs with: executors beside it are started with the same. */
  private static String classPath() throws IOException {
    String started = System.getProperty("java.class.path");
    Path own = place(Contexts.class);
    if (!own.toString().endsWith(".jar")) {
      return started;
    }
    List<String> jars = new ArrayList<>();
    for (Path folder : List.of(place(Corpus.class).getParent(), own.getParent())) {
      jars.add(folder + File.separator + "*");
    }
    return String.join(File.pathSeparator, jars);
  }

  /** Our own jars and their libraries, which a cluster of Spark lacks. */
  private static List<String> ownJars() throws IOException {
    Path own = place(Contexts.class);
    List<String> jars = new ArrayList<>(List.of(own.toUri().toString()));
    Path folder = place(Corpus.class).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      jars.addAll(
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .map(file -> file.toUri().toString())
              .sorted()
              .collect(Collectors.toList()));
    }
    return jars;
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
