import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a small text with the words that the example asks for. */
void main() throws Exception {
  Random random = new Random(1);
  List<String> lines = new ArrayList<>();
  String[][] people = {
    {"king", "he", "throne", "crown"},
    {"queen", "she", "throne", "crown"},
    {"man", "he", "field", "plough"},
    {"woman", "she", "field", "plough"}
  };
  for (int line = 0; line < 4000; line++) {
    String[] person = people[random.nextInt(people.length)];
    lines.add("the %s says that %s has a %s and a %s".formatted((Object[]) person));
  }
  Files.write(Path.of("corpus.txt"), lines);
}
