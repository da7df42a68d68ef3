package org.wordvec.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Optional parts of the program, each a folder of jars that is looked at only when a command asks
 * for it, so that an unused one costs nothing at the start.
 *
 * <p>An extension sees the program's own classes and its jars. It offers a service, an interface of
 * ours, by naming a class in {@code META-INF/services}.
 */
final class Extensions {
  private static final String FOLDER = "extensions";

  private final Path folder;

  /** Those in a folder, each a folder with the extension's name. */
  Extensions(Path folder) {
    this.folder = folder;
  }

  /** Those that lie beside the program's jar. */
  static Extensions installed() {
    try {
      URL place = Extensions.class.getProtectionDomain().getCodeSource().getLocation();
      return new Extensions(Path.of(place.toURI()).resolveSibling(FOLDER));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What an extension offers. Its classes stay loaded until the process ends, and the calling
   * thread's context class loader becomes theirs, since libraries look there for their own parts.
   *
   * @param name the folder's name
   * @throws FailedException if the extension is not installed, or does not work
   */
  <S> S load(String name, Class<S> service) throws IOException {
    Path place = folder.resolve(name);
    List<Path> jars = jars(place);
    if (jars.isEmpty()) {
      throw new FailedException("the extension " + name + " is not installed: no jars in " + place);
    }
    ClassLoader loader = loader(jars, name);
    Extensions.class.getModule().addUses(service);
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

  private static List<Path> jars(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static ClassLoader loader(List<Path> jars, String name) throws MalformedURLException {
    URL[] places = new URL[jars.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = jars.get(i).toUri().toURL();
    }
    return new URLClassLoader(name, places, Extensions.class.getClassLoader());
  }
}
