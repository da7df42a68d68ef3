package org.wordvec.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wordvec.cli.planted.PlantedCycle;
import org.wordvec.cli.planted.closing.CycleCloser;
import org.wordvec.cli.terminal.StandardStreams;
import org.wordvec.cluster.Cluster;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastText;
import org.wordvec.glove.GloVe;
import org.wordvec.library.Models;
import org.wordvec.pictures.WordMap;
import org.wordvec.senses.SenseTraining;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Word2Vec;

/** Architecture rules that the compiler does not check. */
class ArchitectureTest {
  private static final ArchRule NO_CYCLES =
      slices().matching("org.wordvec.(**)").should().beFreeOfCycles();

  private static JavaClasses modules;

  @BeforeAll
  static void read() {
    List<Location> locations =
        Stream.of(
                WordList.class,
                Matrix.class,
                WordVectors.class,
                Word2Vec.class,
                GloVe.class,
                FastText.class,
                SenseTraining.class,
                WordMap.class,
                Cluster.class,
                Models.class,
                Main.class)
            .map(ArchitectureTest::origin)
            .toList();
    modules =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importLocations(locations);
  }

  @Test
  void noPackagesDependOnEachOther() {
    NO_CYCLES.check(modules);
  }

  @Test
  void aPlantedCycleIsFound() {
    JavaClasses planted =
        new ClassFileImporter().importClasses(PlantedCycle.class, CycleCloser.class);
    assertThat(NO_CYCLES.evaluate(planted).hasViolation()).isTrue();
  }

  /** Packages stay small, so that files can be found by their folder. */
  @Test
  void noPackageIsLarge() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
      Map<Path, Long> sizes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(sizes).isNotEmpty();
      assertThat(sizes).allSatisfy((folder, size) -> assertThat(size).isLessThanOrEqualTo(45));
    }
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wordvec.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(modules);
  }

  @Test
  void onlyTheStartOfTheProgramTouchesTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class, StandardStreams.class)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(modules);
  }

  /**
   * These classes wait for their threads before they return, so that no thread reads freed memory.
   */
  @Test
  void onlyThreeClassesHaveThreadsOfTheirOwn() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Workers.class, TrainingLoop.class)
        .and()
        .doNotHaveFullyQualifiedName("org.wordvec.compute.cuda.MergedDevices")
        .should()
        .dependOnClassesThat(type(Executors.class).or(type(ExecutorService.class)))
        .check(modules);
  }

  @Test
  void onlyTheCommandLineKnowsItsLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wordvec.cli..")
        .should()
        .dependOnClassesThat(resideInAPackage("picocli.."))
        .check(modules);
  }

  @Test
  void onlyBothEndsKnowTheLibrariesOfTheirFormats() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.wordvec.cli..", "org.wordvec.library..", "org.wordvec.corpora..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.commons.csv..")
                .or(resideInAPackage("com.fasterxml.jackson.jr..")))
        .check(modules);
  }

  /** Returns the folder or jar that a class was loaded from. */
  static Location origin(Class<?> type) {
    URI place = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    return Location.of(
        place.getPath().endsWith(".jar") ? URI.create("jar:" + place + "!/") : place);
  }
}
