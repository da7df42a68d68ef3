package org.wordvec.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Libraries that most commands need not load: each folder of {@code plugins} beside the program's
 * jars, and each jar or folder of jars that the environment variable WORDVEC_PLUGINS names,
 * separated as in a class path. Each is a class loader of its own.
 */
final class Plugins {
  /** Names further plug-ins. */
  static final String VARIABLE = "WORDVEC_PLUGINS";

  private Plugins() {}

  /** The program's own classes first, then each plug-in's. */
  static List<ClassLoader> loaders() throws IOException {
    List<ClassLoader> loaders = new ArrayList<>();
    loaders.add(Plugins.class.getClassLoader());
    for (Path folder : shipped()) {
      loaders.add(loader(folder));
    }
    String named = System.getenv().getOrDefault(VARIABLE, "");
    for (String path : named.split(Pattern.quote(java.io.File.pathSeparator), -1)) {
      if (!path.isEmpty()) {
        loaders.add(loader(Path.of(path)));
      }
    }
    return loaders;
  }

  private static List<Path> shipped() throws IOException {
    CodeSource source = Plugins.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return List.of();
    }
    try {
      Path plugins = Path.of(source.getLocation().toURI()).resolveSibling("plugins");
      return Files.isDirectory(plugins) ? list(plugins) : List.of();
    } catch (URISyntaxException e) {
      throw new IOException(source.getLocation() + ": no path", e);
    }
  }

  static ClassLoader loader(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(path + ": no such plug-in; " + VARIABLE + " names jars or folders");
    }
    List<URL> jars = new ArrayList<>();
    for (Path file : Files.isDirectory(path) ? list(path) : List.of(path)) {
      if (file.toString().endsWith(".jar")) {
        jars.add(url(file));
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), Plugins.class.getClassLoader());
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file + ": no URL", e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
