import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the jars of folders with the lists of libraries there: each jar of others is on a list
 * with its version and a licence, each on a list is there, and each of ours holds a licence.
 */
final class ThirdParties {
  private static final String LIST = "THIRD-PARTY.txt";
  private static final Pattern LINE =
      Pattern.compile("^ +\\((.+)\\) .*\\(([^ :()]+):([^ :()]+):([^ :()]+) - .*\\)$");

  private ThirdParties() {}

  /** Ends with 1 and says what is wrong, if anything is. */
  public static void main(String[] folders) throws IOException {
    List<String> jars = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String name : folders) {
      Path folder = Path.of(name);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
          if (jar.getFileName().toString().startsWith("wordvec-")) {
            checkOurs(jar, wrong);
          } else {
            jars.add(jar.getFileName().toString());
          }
        }
      }
      for (String line : Files.readAllLines(folder.resolve(LIST))) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          listed.add(matcher.group(3) + "-" + matcher.group(4));
          if (matcher.group(1).startsWith("Unknown")) {
            wrong.add("no licence is given for " + matcher.group(3));
          }
        }
      }
    }
    for (String jar : jars) {
      if (listed.stream().noneMatch(name -> isOf(jar, name))) {
        wrong.add(jar + " is on no list");
      }
    }
    for (String name : listed) {
      if (jars.stream().noneMatch(jar -> isOf(jar, name))) {
        wrong.add(name + " is on a list and not there");
      }
    }
    if (!wrong.isEmpty()) {
      wrong.forEach(System.err::println);
      System.err.println("To write the lists anew: mvn -Dquick -Plicences process-classes");
      System.exit(1);
    }
  }

  /** A jar's name may end in a classifier, such as that of a platform. */
  private static boolean isOf(String jar, String name) {
    return jar.equals(name + ".jar") || jar.startsWith(name + "-");
  }

  private static void checkOurs(Path jar, List<String> wrong) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (String needed : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
        if (file.getEntry(needed) == null) {
          wrong.add(jar + " lacks " + needed);
        }
      }
    }
  }
}
