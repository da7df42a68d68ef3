import java.nio.file.Path;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.library.training.Training;
import org.wordvec.word2vec.*;

void main() throws Exception {
  Path vectors = Path.of("vectors.bin");
  Training.word2vec(Word2VecConfig.of(Architecture.SKIP_GRAM))
      .on(Path.of("corpus.txt"))
      .writeTo(vectors);
  try (Model model = Models.open(vectors)) {
    model.nearest("king", 5).forEach(near -> IO.println(near.word() + " " + near.similarity()));
    model.analogy("king - man + woman", 1).forEach(IO::println);
    IO.println(model.similarity("king", "queen"));
  }
}
