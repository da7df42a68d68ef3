package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wordvec.cluster.Cluster;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastText;
import org.wordvec.glove.GloVe;
import org.wordvec.library.Models;
import org.wordvec.pictures.WordMap;
import org.wordvec.senses.SenseTraining;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Word2Vec;

/**
 * What the modules export to everybody, against the committed listing, so that no change of the API
 * goes unseen. To accept one: {@code mvn test -pl cli -am -Dtest=ApiListingTest -Dapi.listing=write
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ApiListingTest {
  private static final Path LISTING = Path.of("../docs/reference/api.txt");

  @Test
  void theApiIsAsListed() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Class<?> type :
        List.of(
            WordList.class,
            Matrix.class,
            WordVectors.class,
            Word2Vec.class,
            GloVe.class,
            FastText.class,
            SenseTraining.class,
            WordMap.class,
            Cluster.class,
            Models.class)) {
      list(type, lines);
    }
    if ("write".equals(System.getProperty("api.listing"))) {
      Files.write(LISTING, lines);
    }
    assertThat(Files.readAllLines(LISTING)).isEqualTo(lines);
  }

  private static void list(Class<?> type, List<String> lines)
      throws IOException, URISyntaxException {
    Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    var descriptor = ModuleFinder.of(place).findAll().iterator().next().descriptor();
    List<String> exported =
        descriptor.exports().stream()
            .filter(export -> !export.isQualified())
            .map(Exports::source)
            .toList();
    lines.add("module " + descriptor.name());
    new ClassFileImporter()
        .importLocations(List.of(ArchitectureTest.origin(type))).stream()
            .filter(found -> exported.contains(found.getPackageName()))
            .filter(ApiListingTest::isVisible)
            .sorted(java.util.Comparator.comparing(JavaClass::getName))
            .forEach(found -> list(found, lines));
  }

  private static void list(JavaClass type, List<String> lines) {
    lines.add("  " + type.getName());
    Stream<JavaMember> members =
        Stream.<JavaMember>concat(
            type.getFields().stream(),
            Stream.concat(type.getConstructors().stream(), type.getMethods().stream()));
    members
        .filter(ApiListingTest::isVisible)
        .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
        .map(ApiListingTest::signature)
        .sorted()
        .forEach(line -> lines.add("    " + line));
  }

  private static String signature(JavaMember member) {
    return switch (member) {
      case JavaField field -> field.getName() + " " + shorter(field.getRawType());
      case JavaCodeUnit code ->
          code.getName()
              + code.getRawParameterTypes().stream()
                  .map(ApiListingTest::shorter)
                  .collect(java.util.stream.Collectors.joining(", ", "(", ") "))
              + shorter(code.getRawReturnType());
      default -> throw new IllegalStateException(member.toString());
    };
  }

  private static String shorter(JavaClass type) {
    return type.getSimpleName();
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ApiListingTest::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
