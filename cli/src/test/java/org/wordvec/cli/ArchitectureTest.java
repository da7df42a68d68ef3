package org.wordvec.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wordvec.cli.terminal.StandardStreams;
import org.wordvec.cluster.Cluster;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastText;
import org.wordvec.glove.GloVe;
import org.wordvec.pictures.WordMap;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Word2Vec;

/** The rules of the house that the compiler does not know. */
class ArchitectureTest {
  private static JavaClasses house;

  @BeforeAll
  static void read() {
    List<Location> rooms =
        Stream.of(
                WordList.class,
                Matrix.class,
                WordVectors.class,
                Word2Vec.class,
                GloVe.class,
                FastText.class,
                WordMap.class,
                Cluster.class,
                Main.class)
            .map(ArchitectureTest::origin)
            .toList();
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importLocations(rooms);
  }

  @Test
  void roomsDependInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("corpora")
        .definedBy("org.wordvec.corpora..")
        .layer("compute")
        .definedBy("org.wordvec.compute..")
        .layer("vectors")
        .definedBy("org.wordvec.vectors..")
        .layer("word2vec")
        .definedBy("org.wordvec.word2vec..")
        .layer("glove")
        .definedBy("org.wordvec.glove..")
        .layer("fasttext")
        .definedBy("org.wordvec.fasttext..")
        .layer("pictures")
        .definedBy("org.wordvec.pictures..")
        .layer("cluster")
        .definedBy("org.wordvec.cluster..")
        .layer("cli")
        .definedBy("org.wordvec.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("pictures")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cluster")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("fasttext")
        .mayOnlyBeAccessedByLayers("cluster", "cli")
        .whereLayer("glove")
        .mayOnlyBeAccessedByLayers("cluster", "cli")
        .whereLayer("word2vec")
        .mayOnlyBeAccessedByLayers("fasttext", "cluster", "cli")
        .whereLayer("vectors")
        .mayOnlyBeAccessedByLayers("word2vec", "glove", "fasttext", "pictures", "cluster", "cli")
        .whereLayer("compute")
        .mayOnlyBeAccessedByLayers(
            "vectors", "word2vec", "glove", "fasttext", "pictures", "cluster", "cli")
        .whereLayer("corpora")
        .mayOnlyBeAccessedByLayers(
            "vectors", "word2vec", "glove", "fasttext", "pictures", "cluster", "cli")
        .check(house);
  }

  @Test
  void noPackagesDependOnEachOther() {
    slices().matching("org.wordvec.(**)").should().beFreeOfCycles().check(house);
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
        .check(house);
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
        .check(house);
  }

  /** All wait for their threads before they return, so that nobody reads memory that is gone. */
  @Test
  void onlyThreeClassesHaveThreadsOfTheirOwn() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Workers.class, TrainingLoop.class)
        .and()
        .doNotHaveFullyQualifiedName("org.wordvec.compute.cuda.MergedDevices")
        .should()
        .dependOnClassesThat(type(Executors.class).or(type(ExecutorService.class)))
        .check(house);
  }

  @Test
  void onlyTheCommandLineKnowsItsLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wordvec.cli..")
        .should()
        .dependOnClassesThat(resideInAPackage("picocli.."))
        .check(house);
  }

  @Test
  void onlyTheTwoEndsKnowTheFormatsOfTables() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.wordvec.cli..", "org.wordvec.corpora..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.commons.csv..")
                .or(resideInAPackage("com.fasterxml.jackson.jr..")))
        .check(house);
  }

  @Test
  void theCommandLineOffersNothingToOthers() {
    classes()
        .that()
        .resideInAPackage("org.wordvec.cli..")
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .check(house);
  }

  /** The folder or jar that a class was loaded from. */
  private static Location origin(Class<?> type) {
    URI place = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    return Location.of(
        place.getPath().endsWith(".jar") ? URI.create("jar:" + place + "!/") : place);
  }
}
