package org.wordvec.library;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Loads optional parts of the program on demand. Each extension is a folder of jars, which costs
 * nothing at start-up unless it is used.
 *
 * <p>An extension sees the program's classes, its own jars, and the plug-ins: jars and folders of
 * jars in the environment variable WORDVEC_PLUGINS, separated as in a class path. It provides a
 * service by naming a class in {@code META-INF/services}.
 */
public final class Extensions {
  private static final String FOLDER = "extensions";
  private static final String PLUGINS = "WORDVEC_PLUGINS";

  private final Path folder;
  private final String plugins;

  /** Uses the extensions in a folder, which has a subfolder for each, and no plug-ins. */
  Extensions(Path folder) {
    this(folder, "");
  }

  /** Uses the extensions in a folder, and plug-ins. */
  Extensions(Path folder, String plugins) {
    this.folder = folder;
    this.plugins = plugins;
  }

  /** Returns the extensions beside the program's jar. */
  public static Extensions installed() {
    try {
      URL place = Extensions.class.getProtectionDomain().getCodeSource().getLocation();
      return new Extensions(
          Path.of(place.toURI()).resolveSibling(FOLDER), System.getenv().getOrDefault(PLUGINS, ""));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns a service of an extension or of the class path. The extension's classes stay loaded
   * until the process ends, and its class loader becomes the context class loader of the calling
   * thread, where libraries look for their own resources.
   *
   * @param name of the extension's folder
   * @throws FailedException if the extension is not installed or cannot be loaded
   */
  public <S> S load(String name, Class<S> service) throws IOException {
    Extensions.class.getModule().addUses(service);
    Optional<S> here = ServiceLoader.load(service, Extensions.class.getClassLoader()).findFirst();
    return here.isPresent() ? here.get() : loadFromFolder(name, service);
  }

  private <S> S loadFromFolder(String name, Class<S> service) throws IOException {
    Path place = folder.resolve(name);
    List<Path> jars = jars(place);
    if (jars.isEmpty()) {
      throw new FailedException("the extension " + name + " is not installed: no jars in " + place);
    }
    ClassLoader loader = loader(jars, name);
    try {
      S found =
          ServiceLoader.load(service, loader)
              .findFirst()
              .orElseThrow(
                  () ->
                      new FailedException(
                          "the extension %s provides no %s: %s"
                              .formatted(name, service.getSimpleName(), place)));
      Thread.currentThread().setContextClassLoader(loader);
      return found;
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new FailedException(
          "the extension %s in %s cannot be used: %s".formatted(name, place, e.getMessage()), e);
    }
  }

  /**
   * Returns the class loaders in which to look for services of any part of the program: that of the
   * program, those of all extensions, then one with only the plug-ins.
   */
  public List<ClassLoader> loaders() throws IOException {
    List<ClassLoader> loaders = new ArrayList<>();
    loaders.add(Extensions.class.getClassLoader());
    for (Path place : list(folder)) {
      List<Path> jars = jars(place);
      if (!jars.isEmpty()) {
        loaders.add(loader(jars, String.valueOf(place.getFileName())));
      }
    }
    if (!plugins.isEmpty()) {
      loaders.add(loader(List.of(), "plug-ins"));
    }
    return loaders;
  }

  private List<Path> pluginJars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String name : plugins.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(name);
      if (name.isEmpty()) {
        continue;
      }
      if (Files.notExists(path)) {
        throw new FailedException(
            path + ": no such plug-in; " + PLUGINS + " names jars or folders");
      }
      jars.addAll(Files.isDirectory(path) ? jars(path) : List.of(path));
    }
    return jars;
  }

  private static List<Path> list(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().toList();
    }
  }

  private static List<Path> jars(Path place) throws IOException {
    return list(place).stream().filter(file -> file.toString().endsWith(".jar")).toList();
  }

  private ClassLoader loader(List<Path> jars, String name) throws IOException {
    List<URL> places = new ArrayList<>();
    for (Path jar : jars) {
      places.add(jar.toUri().toURL());
    }
    for (Path jar : pluginJars()) {
      places.add(jar.toUri().toURL());
    }
    return new URLClassLoader(name, places.toArray(URL[]::new), Extensions.class.getClassLoader());
  }
}
