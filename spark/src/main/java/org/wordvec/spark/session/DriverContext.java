package org.wordvec.spark.session;

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
 * Starts Spark's driver in this process. Settings of spark-submit are kept; system properties that
 * begin with {@code spark.} are settings too.
 */
public final class DriverContext {
  private static final String LOG_SETTINGS = "log4j2.configurationFile";
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** Matches Spark's messages about an invalid name of a cluster. */
  private static final Pattern INVALID_MASTER =
      Pattern.compile("(?i)\\bmaster URL\\b|Asked to run locally");

  private DriverContext() {}

  /**
   * Connects to a cluster; by default, to one of all cores of this machine.
   *
   * @throws IllegalArgumentException if the cluster's name is invalid
   * @throws IOException if the cluster cannot be used
   */
  public static JavaSparkContext open(ClusterSettings settings) throws IOException {
    configureLog();
    SparkConf conf = new SparkConf().setAppName("wordvec");
    settings.master().ifPresent(conf::setMaster);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // Broadcasts are mostly floats, which do not compress.
    conf.setIfMissing("spark.broadcast.compress", "false");
    // Parts wait for the executors that hold their text and model. Lost executors are replaced.
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
    } catch (Exception e) {
      // Scala throws checked exceptions without declaring them.
      throw failure(master, e);
    }
  }

  /**
   * Returns why the cluster cannot be used.
   *
   * @throws IllegalArgumentException if its name is invalid
   */
  private static IOException failure(String master, Exception e) {
    String reason = String.valueOf(e.getMessage()).strip();
    if (e instanceof NumberFormatException || INVALID_MASTER.matcher(reason).find()) {
      throw new IllegalArgumentException(
          "--engine spark="
              + master
              + ": not the name of a cluster; it can be local, local[4], local[*] or"
              + " spark://HOST:PORT, and by way of spark-submit yarn or k8s://URL",
          e);
    }
    return new IOException("Spark at " + master + " cannot be used: " + reason, e);
  }

  private static void configureLog() {
    URL own = DriverContext.class.getResource("/wordvec-log4j2.properties");
    if (own != null && System.getProperty(LOG_SETTINGS) == null) {
      System.setProperty(LOG_SETTINGS, own.toString());
    }
  }

  /** Returns the class path of this process, for executors on the same machine. */
  private static String classPath() throws IOException {
    String started = System.getProperty("java.class.path");
    Path own = place(DriverContext.class);
    if (!own.toString().endsWith(".jar")) {
      return started;
    }
    List<String> jars = new ArrayList<>();
    for (Path folder : List.of(place(Corpus.class).getParent(), own.getParent())) {
      jars.add(folder + File.separator + "*");
    }
    return String.join(File.pathSeparator, jars);
  }

  /** Returns the jars of wordvec and its libraries, which a cluster of Spark lacks. */
  private static List<String> ownJars() throws IOException {
    Path own = place(DriverContext.class);
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
