# Faults of daily use: progress, completion, foreign names, Chinese help, maps. Called by
# bench/cases.sh.

# Runs a command at a terminal of its own and prints what it writes there: at_terminal COLUMNS
# LATER INPUT COMMAND... The window has LATER columns from the second epoch of a training on, where
# the word RESIZED is printed. INPUT, with \t for a tab, is typed after the prompt "> ", and the
# command ended when it is silent after that.
at_terminal() {
  python3 - "$@" <<'PYTHON'
import fcntl, os, pty, re, select, signal, struct, sys, termios, time
columns, later, typed, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]
child, terminal = pty.fork()
if child == 0:
    os.environ.pop("COLUMNS", None)
    time.sleep(0.2)
    os.execvp(command[0], command)
def resize(width):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, width, 0, 0))
resize(columns)
output, resized, asked, latest = b"", False, False, time.time()
end = time.time() + (30 if typed else 240)
while time.time() < end:
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:
            break
        output, latest = output + read, time.time()
    if not typed and not resized and re.search(rb"epoch (?!1/)\d+/", output):
        resize(later)
        output, resized = output + b"\rRESIZED\r", True
    if typed and not asked and b"> " in output:
        os.write(terminal, typed.replace("\\t", "\t").encode())
        asked, latest = True, time.time()
    if asked and time.time() > latest + 1:
        break
if typed:
    os.kill(child, signal.SIGKILL)
sys.stdout.buffer.write(output)
os.waitpid(child, 0)
PYTHON
}

# Prints the bars among what at_terminal printed, one a line.
bars() { tr '\r' '\n' | sed 's/\x1b\[K//g' | grep -E '^\[[#.]+\] +[0-9.]+ %'; }

text_for_seconds() {
  python3 -c '
import random
random.seed(1)
for _ in range(20000):
    print(*("w%d" % min(random.paretovariate(0.7), 3000) for _ in range(20)))' >long.txt
}

for columns in 30 40 80 110; do
  if situation "N2-$columns" "a bar at $columns columns, all through the training"; then
    text_for_seconds
    at_terminal $columns $columns '' wordvec train word2vec long.txt -o v.bin --epochs 6 --threads 1 \
      --device cpu >shown
    last="a training at $columns columns"
    lines=$(tr '\r' '\n' <shown | grep -Ec '[0-9] %  ')
    barred=$(bars <shown | wc -l)
    longest=$(bars <shown | awk '{ if (length > longest) longest = length } END { print longest + 0 }')
    holds "a bar in each of $lines lines, but found $barred" [ "$lines" -gt 3 -a "$barred" = "$lines" ]
    holds "no bar of $longest exceeds $columns columns" [ "$longest" -lt $columns ]
  fi
done

if situation N3 'a window made narrower is followed'; then
  text_for_seconds
  at_terminal 110 60 '' wordvec train word2vec long.txt -o v.bin --epochs 400 --threads 1 \
    --device cpu >shown
  last='a training whose window shrinks from 110 to 60 columns'
  tr '\r' '\n' <shown | sed -n '/RESIZED/,$p' | bars >after
  longest=$(awk '{ if (length > longest) longest = length } END { print longest + 0 }' after)
  before=$(tr '\r' '\n' <shown | sed '/RESIZED/,$d' | bars | awk 'length > 60' | wc -l)
  holds "wide bars before, found $before" [ "$before" -gt 0 ]
  holds 'bars after' [ "$(wc -l <after)" -gt 2 ]
  # One may be on its way while the window changes.
  holds "at most one bar of more than 60 columns, the longest has $longest" [ "$(awk 'length > 59' after | wc -l)" -le 1 ]
fi

# Types a line and tabs into a shell that has the completions.
type_into() {
  case $1 in
    bash) printf 'PS1="> "\n. ./c.bash\n' >rc && at_terminal 160 160 "$2" bash --rcfile rc -i ;;
    zsh)
      mkdir -p dot && printf 'PS1="> "\nautoload -Uz compinit && compinit -u\n. ./c.zsh\n' >dot/.zshrc
      ZDOTDIR=$PWD/dot TERM=dumb at_terminal 160 160 "$2" zsh -i
      ;;
  esac
}

for shell in bash zsh fish; do
  if situation "N4-$shell" "$shell completes corpora, values, commands and folders"; then
    if ! command -v $shell >/dev/null; then
      skip "$shell is not installed"
    else
      touch text8 && mkdir saved
      run wordvec completion $shell
      rc_is 0
      out_lacks APP_HOME
      printf '%s\n' "$out" >c.$shell
      if [ $shell = fish ]; then
        run fish --no-config -c 'source c.fish; complete -C "wordvec train word2vec te"'
        out_is text8
        run fish --no-config -c 'source c.fish; complete -C "wordvec train word2vec --architecture=s"'
        out_is '--architecture=skipgram	predict the centre word from each context word'
        run fish --no-config -c 'source c.fish; complete -C "wordvec manual train g"'
        out_has 'glove	'
        run fish --no-config -c 'source c.fish; complete -C "wordvec train glove --checkpoint "'
        out_has saved/
        out_lacks text8
      else
        for pair in 'train word2vec te\t|text8' 'vocab te\t|text8' 'tokenize te\t|text8' \
          'train word2vec --architecture=c\t|--architecture=cbow' 'train word2vec --device cp\t|--device cpu' \
          'train glove --tokenizer whi\t|--tokenizer whitespace' 'manual odd\t|manual odd-one-out' \
          'manual train fa\t|manual train fasttext' 'train fasttext --checkpoint sa\t|--checkpoint saved/'; do
          run type_into $shell "wordvec ${pair%%|*}"
          out_has "${pair#*|}"
        done
      fi
    fi
  fi
done

if situation N5 'the documented lines work on a new account'; then
  run env HOME="$PWD/new" bash -c '
    mkdir -p ~/.local/share/bash-completion/completions
    wordvec completion bash > ~/.local/share/bash-completion/completions/wordvec
    mkdir -p ~/.config/fish/completions
    wordvec completion fish > ~/.config/fish/completions/wordvec.fish'
  rc_is 0
  err_is ''
  holds 'both files have a script' [ -s new/.local/share/bash-completion/completions/wordvec -a -s new/.config/fish/completions/wordvec.fish ]
fi

if situation N6 'options of gensim, fastText and GloVe are named ours'; then
  printf 'a b c\n' >t.txt
  while IFS='|' read -r arguments words; do
    # shellcheck disable=SC2086 # They are words.
    run wordvec $arguments
    rc_is 2
    refused "$words"
  done <<'TABLE'
neighbors m.bin king --topn 3|unknown option --topn: gensim's topn is -k here
train word2vec t.txt -o v.bin --size 50|unknown option --size: gensim's size is --dim here
train word2vec t.txt -o v.bin --vector-size 50|vector-size is --dim here
train word2vec t.txt -o v.bin --vector_size=50|unknown option --vector_size: gensim's vector_size is --dim here
train word2vec t.txt -o v.bin --verbose 1|fastText's verbose is --quiet or nothing here
train fasttext t.txt -o v.bin --minn 3|fastText's minn is --min-n here
train word2vec t.txt -o v.bin --iter 3|gensim's iter is --epochs here
train word2vec t.txt -o v.bin --workers 3|gensim's workers is --threads here
train word2vec t.txt -o v.bin --sg 1|gensim's sg is --architecture skipgram here
train word2vec t.txt -o v.bin --sg=0|gensim's sg 0 is --architecture cbow here
train word2vec t.txt -o v.bin --alpha .1|gensim's alpha is --learning-rate here
train word2vec t.txt -o v.bin --lr .1|fastText's lr is --learning-rate here
train word2vec t.txt -o v.bin --cbow 1|word2vec.c's cbow is --architecture cbow here
train word2vec t.txt -o v.bin --negative 9|gensim's negative is --negatives here
train glove t.txt -o v.txt --eta .1|GloVe's eta is --learning-rate here
train word2vec t.txt -o v.bin --xyzzy 1|unknown option '--xyzzy'. Try
help|did you mean 'wordvec --help'?
help train glove|did you mean 'wordvec train glove --help'?
version|did you mean --version?
neighbours m.bin king|did you mean neighbors?
TABLE
fi

if situation N6-words 'only what is certain is suggested where something is'; then
  printf '8 2\nberlin 1 0\nmerlin 1 1\nreal 1 2\nserial 1 3\ncream 1 4\n王 1 5\n国王 1 6\n女王 1 7\n' >m.vec
  run wordvec neighbors m.vec Berlin
  rc_is 1
  err_is 'wordvec: m.vec: no word "Berlin"; did you mean berlin?'
  run wordvec neighbors m.vec cereal
  err_is 'wordvec: m.vec: no word "cereal"; did you mean cream?'
  run wordvec neighbors m.vec 國王
  err_is 'wordvec: m.vec: no word "國王"; did you mean 国王?'
fi

if situation N7 'a setting that no line could use is refused at once'; then
  printf '3 2\nking 1 0\nqueen 1 1\nman 0 1\n' >m.vec
  run bash -c 'printf ":set k abc\n:set k 0\n:set top -1\n:set match [\n:set k 1\nking\n" | wordvec shell m.vec'
  rc_is 1
  out_has 'king      1  queen'
  last=$(printf '%s\n' "$err" | grep -c '^wordvec: ')
  holds "four lines of error, not $last: $err" [ "$last" = 4 ]
fi

if situation N7-endings 'the list of endings is one sentence and holds .zip'; then
  printf '3 2\nking 1 0\nqueen 1 1\nman 0 1\n' >m.vec
  run wordvec convert m.vec x.foo
  rc_is 2
  refused 'x.foo: the name of a file of vectors ends in .txt, .vec, .bin, .glove, .fifu, .npy, .safetensors, .tsv or .zip; .gz or .zst may follow .txt, .vec, .bin and .glove'
fi

if situation C3 'options of one name have the text of their command in Chinese'; then
  chinese() { env LC_ALL=zh_CN.UTF-8 WORDVEC_JAVA_OPTS=-Duser.language=zh wordvec "$@"; }
  run chinese map --help
  out_has 'tsne 让相近的词保持相近'
  out_has '画最常见的 N 个词（默认：500'
  out_lacks null
  out_lacks 分词
  run chinese manual --help
  out_lacks vocab
  run chinese compare --help
  out_has '比较两个模型都认识的'
  out_has '不影响结果'
  run chinese --help
  out_lacks 'Prints '
fi

if situation S1 'the map page has the neighbours of the model, drawn or not'; then
  printf '4 2\nking 1 0\nof 0 1\nthe -1 1\nprince 1 0.1\n' >m.vec
  run wordvec map m.vec --top 3 --method pca -o map.html
  rc_is 0
  holds 'prince is near king' grep -qF '"near":[[["prince",1.00],[1,0.00],[2,-0.71]],' map.html
fi

if situation S2 'keys work on the map page before the first click'; then
  browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
  if [ -z "$browser" ]; then
    skip 'no Chromium is installed'
  else
    printf '4 2\nking 1 0\nof 0 1\nthe -1 1\nprince 1 0.1\n' >m.vec
    run wordvec map m.vec --top 3 --method pca -o map.html
    # A copy without the policy, which would not let this script run.
    sed -e '/Content-Security-Policy/d' \
      -e 's#</html>#<script>document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "n", bubbles: true}))</script></html>#' \
      map.html >keys.html
    run "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" \
      --virtual-time-budget=2000 --dump-dom "file://$PWD/keys.html"
    out_has '<b>king</b>'
    out_has '<span class="away" title="not on this map">prince'
  fi
fi
