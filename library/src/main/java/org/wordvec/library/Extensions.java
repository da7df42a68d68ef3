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
 * Optional parts of the program, each a folder of jars that is looked at only when a command asks
 * for it, so that an unused one costs nothing at the start.
 *
 * <p>An extension sees the program's own classes, its jars, and the plug-ins: jars and folders of
 * jars that the environment variable WORDVEC_PLUGINS names, separated as in a class path. It offers
 * a service, an interface of ours, by naming a class in {@code META-INF/services}.
 */
public final class Extensions {
  private static final String FOLDER = "extensions";
  private static final String PLUGINS = "WORDVEC_PLUGINS";

  private final Path folder;
  private final String plugins;

  /** Those in a folder, each a folder with the extension's name; no plug-ins. */
  Extensions(Path folder) {
    this(folder, "");
  }

  /** The same with plug-ins. */
  Extensions(Path folder, String plugins) {
    this.folder = folder;
    this.plugins = plugins;
  }

  /** Returns those that lie beside the program's jar. */
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
   * What an extension offers, or the program's own class path. Its classes stay loaded until the
   * process ends, and the calling thread's context class loader becomes theirs, since libraries
   * look there for their own parts.
   *
   * @param name the folder's name
   * @throws FailedException if the extension is not installed, or does not work
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
                          "the extension %s offers no %s: %s"
                              .formatted(name, service.getSimpleName(), place)));
      Thread.currentThread().setContextClassLoader(loader);
      return found;
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new FailedException(
          "the extension %s in %s cannot be used: %s".formatted(name, place, e.getMessage()), e);
    }
  }

  /**
   * Where services can be looked for that any part of the program may offer: the program itself,
   * all extensions, then the plug-ins by themselves.
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
