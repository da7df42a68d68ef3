# Models that change, and readers that leave, while questions are answered. Called by bench/cases.sh.

# A model of 3000 words, some hundred pages of memory, and another of the same size.
two_models() {
  python3 - <<'PYTHON'
import array, random
for name in ('live', 'other'):
    random.seed(name)
    with open(name + '.bin', 'wb') as file:
        file.write(b'3000 100\n')
        for word in range(3000):
            values = array.array('f', (random.random() - 0.3 for _ in range(100)))
            file.write(b'w%04d ' % word + values.tobytes() + b'\n')
PYTHON
  cat >talk <<'BASH'
# Asks a first question, does something when its answer has come, and asks a second one:
# talk FIRST ACTION SECOND COMMAND...
first=$1 action=$2 second=$3
shift 3
mkfifo questions answers
"$@" <questions >answers &
exec 3>questions 4<answers
echo "$first" >&3
while IFS= read -r line <&4; do
  printf '%s\n' "$line"
  case $line in "$first"[!0-9]*) break ;; esac
done
eval "$action"
echo "$second" >&3
exec 3>&-
cat <&4
wait $!
BASH
}

changed='live.bin: was cut or overwritten while it was read; ask again when it is whole'

if situation F9 'a model that is cut under a stream of questions is said in one line'; then
  two_models
  run bash talk w0001 'truncate -s 100000 live.bin' w0002 wordvec neighbors live.bin --input - -k 1
  rc_is 1
  err_is "wordvec: $changed"
  out_has w0001
  out_lacks w0002
  holds 'the JVM left no file' test -z "$(ls hs_err* 2>/dev/null)"
fi

if situation F9-cp 'a shorter model copied over the one that is asked'; then
  two_models
  head -c 400000 other.bin >short.bin
  run bash talk 'w0001' 'cp short.bin live.bin' 'w0002' wordvec neighbors live.bin --input - -k 2
  refused 'live.bin'
fi

if situation F9-same 'a model of the same size copied over the one that is asked'; then
  two_models
  run bash talk w0001 'cp other.bin live.bin' w0002 wordvec neighbors live.bin --input - -k 1
  rc_is 1
  err_is "wordvec: $changed"
  out_lacks w0002
fi

if situation F9-time 'the same with the time of the old one'; then
  two_models
  run bash talk w0001 'touch -r live.bin t; cp other.bin live.bin; touch -r t live.bin' w0002 \
    wordvec neighbors live.bin --input - -k 1
  rc_is 1
  err_is "wordvec: $changed"
fi

if situation F9-mv 'a model that is replaced by renaming is read on'; then
  two_models
  cp live.bin old.bin
  run bash talk w0001 'mv other.bin live.bin; chmod 600 live.bin' w0002 \
    wordvec neighbors live.bin --input - -k 1
  rc_is 0
  err_is ''
  answered=$out
  run bash -c 'printf "w0001\nw0002\n" | wordvec neighbors old.bin --input - -k 1'
  out_is "$answered"
fi

if situation F9-shell 'the shell says so and goes on'; then
  two_models
  cp live.bin old.bin
  run bash talk w0001 'truncate -s 50000 live.bin' "w0002
:open old.bin
w0003" wordvec shell live.bin
  err_is "wordvec: $changed"
  out_has w0003
fi

if situation F9-fasttext "a model of fastText that is cut"; then
  two_models
  python3 -c "
for i in range(300): print(' '.join('w%04d' % (i * k % 97) for k in range(1, 9)))" >corpus
  run wordvec train fasttext corpus -o live.bin --dim 100 --epochs 1 --buckets 20000 --quiet
  run bash talk w0001 'truncate -s 30000 live.bin' w000199 wordvec neighbors live.bin --input - -k 1
  rc_is 1
  out_lacks w000199
  err_is "wordvec: $changed"
fi

if situation F9-convert 'a model that is overwritten while it is converted is not written'; then
  two_models
  mkfifo out.vec
  (head -c 1000 >/dev/null && cp other.bin live.bin && cat >/dev/null) <out.vec &
  run wordvec convert live.bin out.vec
  wait
  refused 'live.bin: was cut or overwritten'
fi

if situation A1 'the reader of a batch leaves'; then
  two_models
  seq -f 'w%04g' 0 2999 >words
  for lines in 1 5 2000; do
    run bash -c "wordvec neighbors live.bin --input words -k 300 | head -n $lines; exit \${PIPESTATUS[0]}"
    rc_is 141
    err_is ''
  done
  holds 'the JVM left no file' test -z "$(ls hs_err* 2>/dev/null)"
fi
