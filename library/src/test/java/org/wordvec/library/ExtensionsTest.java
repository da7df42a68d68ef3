package org.wordvec.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
  private static final String SOURCE =
      """
      package extension;
      public final class Greeting implements java.util.concurrent.Callable<String> {
        @Override
        public String call() throws java.io.IOException {
          try (var in = Greeting.class.getResourceAsStream("/greeting.txt")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
          }
        }
      }
      """;

  @TempDir private Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreTheContextLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void anExtensionProvidesItsServiceFromAllItsJars() throws Exception {
    writeClasses("extension.Greeting");
    jar("resources.jar", "greeting.txt", "hello".getBytes(StandardCharsets.UTF_8));
    Callable<?> greeting = new Extensions(folder).load("greeting", Callable.class);
    assertThat(greeting.call()).isEqualTo("hello");
    assertThat(greeting.getClass().getClassLoader())
        .isNotEqualTo(Extensions.class.getClassLoader())
        .isEqualTo(Thread.currentThread().getContextClassLoader());
  }

  @Test
  void aMissingExtensionIsNamed() {
    assertThatThrownBy(() -> new Extensions(folder).load("greeting", Callable.class))
        .isInstanceOf(FailedException.class)
        .hasMessage(
            "the extension greeting is not installed: no jars in " + folder.resolve("greeting"));
  }

  @Test
  void anExtensionWithoutTheServiceIsNamed() throws IOException {
    jar("other.jar", "greeting.txt", new byte[0]);
    assertThatThrownBy(() -> new Extensions(folder).load("greeting", Callable.class))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("the extension greeting provides no Callable");
    assertThat(Thread.currentThread().getContextClassLoader()).isEqualTo(before);
  }

  @Test
  void aBrokenExtensionIsNamed() throws IOException {
    writeClasses("extension.Missing");
    assertThatThrownBy(() -> new Extensions(folder).load("greeting", Callable.class))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("extension.Missing");
  }

  @Test
  void installedExtensionsAreBesideTheProgram() {
    assertThatThrownBy(() -> Extensions.installed().load("no-such-extension", Callable.class))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining(Path.of("extensions", "no-such-extension").toString());
  }

  private void writeClasses(String provider) throws IOException {
    Path source = Files.writeString(folder.resolve("Greeting.java"), SOURCE);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", folder.toString(), source.toString());
    assertThat(code).isZero();
    byte[] compiled = Files.readAllBytes(folder.resolve("extension/Greeting.class"));
    jar("classes.jar", "extension/Greeting.class", compiled);
    jar(
        "services.jar",
        "META-INF/services/java.util.concurrent.Callable",
        provider.getBytes(StandardCharsets.UTF_8));
  }

  private void jar(String name, String entry, byte[] content) throws IOException {
    Path place = Files.createDirectories(folder.resolve("greeting")).resolve(name);
    try (OutputStream file = Files.newOutputStream(place);
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(content);
    }
  }
}
