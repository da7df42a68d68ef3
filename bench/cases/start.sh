# How the program is built and started, and that the user's locale changes no byte. Called by
# bench/cases.sh.

# Makes the locale $1 with the encoding $2 for this case, where localedef can; else leaves it out.
with_locale() {
  mkdir -p locales
  localedef -i "$1" -f "$2" "locales/$1.$2" >/dev/null 2>&1
  [ -d "locales/$1.$2" ] || ! skip "localedef cannot make $1.$2"
}
# Runs a command in such a locale.
in_locale() {
  local name=$1
  shift
  run env -u LC_CTYPE -u LANG LOCPATH="$PWD/locales" LC_ALL="$name" "$@"
}

two_words() { printf '2 2\nкороль 1 0\n女王 0.6 0.8\n'; }
answer=$'query\trank\tword\tcosine\nкороль\t1\t女王\t0.6000000095367428'

# ---- languages ----

# Writes a file of each kind for machines into the folder $1.
write_all() {
  mkdir "$1"
  printf '3 3\na 1 0 0\nb 0 1 0\nTİtle 0.5 0 1\n' >a.txt
  printf 'the KING and the QUEEN I saw\n%.0s' 1 2 3 4 5 6 7 8 >text.txt
  for name in x.npy x.safetensors x.fifu x.vec; do
    run wordvec convert a.txt "$1/$name"
    rc_is 0
  done
  run wordvec map a.txt -o "$1/map.svg" --method pca
  rc_is 0
  run wordvec map a.txt -o "$1/map.html" --method pca
  rc_is 0
  for name in bash zsh fish; do
    run wordvec completion $name
    rc_is 0
    printf '%s\n' "$out" >"$1/completion.$name"
  done
  run wordvec vocab text.txt --min-count 1 --lowercase -o "$1/vocab.txt" -q
  rc_is 0
  run wordvec train word2vec text.txt -o "$1/v.npy" --min-count 1 --dim 4 --threads 1 \
    --device cpu --report page.html -q
  rc_is 0
}

for language in ar-EG mr-IN tr-TR; do
  if situation "F1-$language" 'files are the same bytes in every language'; then
    [ -d "$work/plain" ] || write_all "$work/plain"
    export WORDVEC_JAVA_OPTS="-Duser.language=${language%-*} -Duser.country=${language#*-} -Duser.extensions=u-nu-native"
    write_all here
    unset WORDVEC_JAVA_OPTS
    holds 'every file is the same' diff -r "$work/plain" here
    run bash -n here/completion.bash
    rc_is 0
    # Its times differ from run to run.
    run python3 -c "
page = open('page.html', encoding='utf-8').read()
assert not [c for c in page if c.isdigit() and c > '9']
head = open('here/x.npy', 'rb').read(128)
assert b\"'shape': (3, 3)\" in head, head"
    rc_is 0
  fi
done

if situation F1-resume 'a training begun in one language resumes in another'; then
  python3 -c "
import random
random.seed(1)
for _ in range(15000): print(' '.join('w%d' % int(400 * random.random() ** 2) for _ in range(12)))" >text.txt
  training=(train word2vec text.txt --min-count 1 --dim 50 --epochs 20 --threads 1 --device cpu -q)
  run wordvec "${training[@]}" -o whole.bin
  rc_is 0
  WORDVEC_JAVA_OPTS='-Duser.language=ar -Duser.country=EG' \
    wordvec "${training[@]}" -o cut.bin --checkpoint saved --checkpoint-every 1epoch 2>log &
  training=$!
  until compgen -G 'saved/*.checkpoint' >names || ! kill -0 $training; do sleep 0.1; done
  kill -TERM $training
  wait $training 2>/dev/null
  holds 'it was stopped' test ! -e cut.bin
  holds 'names are in digits' grep -qx 'saved/slice-[0-9]*\.checkpoint' names
  run wordvec train --resume saved
  rc_is 0
  holds 'the resumed file is that of a whole run' cmp whole.bin cut.bin
fi

# ---- locales without UTF-8 ----

for locale in none C POSIX xx_YY.UTF-8; do
  if situation "F2-$locale" 'words, names and filters in a locale without UTF-8'; then
    two_words >u.txt
    cp u.txt mö.txt
    case $locale in
      none) set -- env -i PATH="$PATH" ;;
      xx_YY.UTF-8) set -- env -u LC_ALL -u LC_CTYPE LANG=$locale ;;
      *) set -- env LC_ALL=$locale ;;
    esac
    run "$@" wordvec neighbors u.txt король --format tsv
    out_is "$answer"
    err_is ''
    run "$@" wordvec neighbors mö.txt король --format tsv
    out_is "$answer"
    run "$@" wordvec info mö.txt --format csv
    rc_is 0
    out_has 'mö.txt,word2vec text,2,2'
    run "$@" wordvec doctor mö.txt
    rc_is 0
    err_is ''
    run "$@" wordvec vocab mö.txt --min-count 1 -o 'aus 中.txt'
    rc_is 0
    holds 'the output has its name' test -s 'aus 中.txt'
    run "$@" wordvec convert mö.txt ö.npy
    rc_is 0
    holds 'the output has its name' test -s ö.npy
    printf 'король\n' >questions
    run "$@" bash -c 'wordvec neighbors u.txt --input - --match 女 --format tsv <questions'
    out_is "$answer"
    run "$@" bash -c 'wordvec neighbors u.txt --input - --exclude 女王 --format tsv <questions'
    out_is $'query\trank\tword\tcosine'
  fi
done

for locale in zh_CN.GB18030 de_DE.ISO-8859-1 ja_JP.EUC-JP; do
  if situation "F2-$locale" 'words and names in a locale with another encoding' &&
    with_locale "${locale%%.*}" "${locale#*.}"; then
    two_words >u.txt
    cp u.txt mö.txt
    in_locale "$locale" wordvec neighbors mö.txt король --format tsv
    out_is "$answer"
    err_is ''
  fi
done

if situation F2-folder 'an installation in a folder with a space and letters beyond ASCII'; then
  mkdir -p 'ünï wö/target'
  cp "$root/wordvec" 'ünï wö/'
  cp -R "$root/target/launcher" 'ünï wö/target/launcher'
  two_words >u.txt
  run env LC_ALL=C 'ünï wö/wordvec' neighbors u.txt король --format tsv
  out_is "$answer"
  err_is ''
  run env LC_ALL=C 'ünï wö/wordvec' vocab u.txt --min-count 1 -o v.txt -q
  rc_is 0
  err_is ''
fi

program() { echo "$root/target/launcher/$(head -n 1 "$root/target/launcher/program")"; }
java=$(tail -n 1 "$root/target/launcher/jdk")/bin/java

if situation F2-java 'Java without the launcher says what to do'; then
  two_words >mö.txt
  # Java cannot open a jar in a folder that its locale cannot name, wherever the checkout is.
  ln -s "$(program)" app
  for arguments in 'info mö.txt' 'vocab mö.txt' 'convert mö.txt x.npy' 'info x.txt -o mö'; do
    # shellcheck disable=SC2086
    run env LC_ALL=C "$java" -jar app/wordvec-cli-*.jar $arguments
    refused LC_ALL=C.UTF-8
  done
  run env LC_ALL=C.UTF-8 "$java" -jar app/wordvec-cli-*.jar info mö.txt
  rc_is 0
fi

# ---- help in Chinese ----

for setting in LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 LC_MESSAGES=zh_CN LANG=zh_CN.GB18030; do
  if situation "C4-$setting" 'Chinese help needs no locale to be installed'; then
    run env -u LC_ALL -u LC_CTYPE -u LC_MESSAGES -u LANG "$setting" wordvec vocab --help
    out_has '用法：wordvec vocab'
  fi
done
if situation C4-first 'LC_ALL wins over LANG'; then
  run env LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8 wordvec vocab --help
  out_has 'Usage: wordvec vocab'
fi

# ---- options before the command ----

if situation N1 'options before the command change nothing of how it runs'; then
  printf 'the king and the queen\n%.0s' 1 2 3 4 5 6 7 8 >text.txt
  printf 'dim = 6\nepochs = 2\nquiet = true\n' >week.properties
  training=(word2vec text.txt -o v.vec --min-count 1 --device cpu)
  run wordvec --defaults week.properties train "${training[@]}"
  rc_is 0
  err_is ''
  holds 'the defaults hold' grep -q ' 6$' v.vec
  run wordvec --stacktrace --defaults=week.properties train "${training[@]}"
  rc_is 0
  run wordvec train --defaults week.properties "${training[@]}"
  rc_is 0
  err_is ''
  printf 'word2vec text.txt -o w.vec --min-count 1 --device cpu --quiet --dim 3' >arguments
  run wordvec --stacktrace train @arguments
  rc_is 0
  holds 'the file of arguments is read' grep -q ' 3$' w.vec
  run wordvec --stacktrace
  rc_is 2
fi
if situation N1-java 'without the Vector API: one line'; then
  printf 'the king and the queen\n%.0s' 1 2 3 4 5 6 7 8 >text.txt
  two_words >u.txt
  for family in word2vec glove fasttext; do
    run "$java" -jar "$(program)"/wordvec-cli-*.jar train $family text.txt -o v.vec --min-count 1
    refused --add-modules jdk.incubator.vector
    rc_is 1
  done
  run "$java" -jar "$(program)"/wordvec-cli-*.jar demo
  refused --add-modules jdk.incubator.vector
  run "$java" -jar "$(program)"/wordvec-cli-*.jar neighbors u.txt король --format tsv
  rc_is 0
  out_is "$answer"
  err_has 'slower'
  err_has '--add-modules jdk.incubator.vector'
  run "$java" -jar "$(program)"/wordvec-cli-*.jar info u.txt
  err_is ''
fi

# ---- the build ----

# A copy of what the launcher needs, with its times unless $2 says otherwise.
copy_of_root() {
  mkdir -p "$1/target"
  cp -p "$root/wordvec" "$root/pom.xml" "$1/"
  local module
  for module in "$root"/*/pom.xml; do
    module=$(basename "$(dirname "$module")")
    mkdir -p "$1/$module/src"
    cp -p "$root/$module/pom.xml" "$1/$module/"
    [ ! -d "$root/$module/src/main" ] || cp -Rp "$root/$module/src/main" "$1/$module/src/"
    [ ! -d "$root/$module/src/build" ] || cp -Rp "$root/$module/src/build" "$1/$module/src/"
  done
  cp -Rp "$root/target/launcher" "$1/target/"
}
version=$(wordvec --version)
programs() { (cd "$1/target/launcher" && echo app-*); }

if situation B2-times 'a copy whose times changed is the same program'; then
  copy_of_root kept
  before=$(programs kept)
  find kept -name '*.java' -exec touch {} +
  run kept/wordvec --version
  out_is "$version"
  err_is ''
  holds 'nothing was built' test "$(programs kept)" = "$before"
  find kept -exec touch -d 2020-01-01 {} +
  touch -d 2021-01-01 kept/vectors/src/main
  run kept/wordvec --version
  out_is "$version"
  err_is ''
  holds 'nothing was built' test "$(programs kept)" = "$before"
fi

if situation B3 'a broken build says the first error, and loses nothing'; then
  copy_of_root broken
  before=$(programs broken)
  source=$(find broken/vectors -name Neighbors.java)
  echo garbage >>"$source"
  run broken/wordvec --version
  rc_is 1
  err_has 'vectors/src/main/java/org/wordvec/vectors/search/Neighbors.java:['
  err_has "$PWD/broken/target/launcher/build.log"
  holds 'at most five lines' test "$(printf '%s\n' "$err" | wc -l)" -le 5
  holds 'the program is there' test "$(programs broken)" = "$before"
  run env WORDVEC_BUILD=never broken/wordvec --version
  out_is "$version"
  err_is ''
  cp "$root/${source#broken/}" "$source"
  run broken/wordvec --version
  out_is "$version"
  err_is ''
fi

if situation B2-read-only 'a folder that cannot be written runs what is there'; then
  if [ "$(id -u)" = 0 ] && ! command -v setpriv >/dev/null; then
    skip 'root can write everywhere, and there is no setpriv'
  else
    copy_of_root installed
    find installed -name '*.java' -exec touch {} +
    chmod -R a+rX,go-w installed .
    as_user=()
    [ "$(id -u)" != 0 ] || as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent)
    [ "$(id -u)" = 0 ] || chmod -R a-w installed
    chmod a+x "$work" "$work/$group" "$work/$group"/* 2>/dev/null
    run "${as_user[@]}" installed/wordvec --version
    out_is "$version"
    err_is ''
    [ "$(id -u)" = 0 ] || chmod -R u+w installed
    echo '// new' >>installed/cli/src/main/java/module-info.java
    [ "$(id -u)" = 0 ] || chmod -R a-w installed
    run "${as_user[@]}" installed/wordvec --version
    out_is "$version"
    err_has 'cannot be written'
    holds 'one line' test "$(printf '%s\n' "$err" | wc -l)" = 1
    chmod -R u+w installed
  fi
fi

if situation B2-no-sources 'launcher and program alone run'; then
  mkdir -p image/target
  cp "$root/wordvec" image/
  cp -R "$root/target/launcher" image/target/
  run image/wordvec --version
  out_is "$version"
  err_is ''
  rm -rf image/target
  run image/wordvec --version
  refused 'no program is built in' pom.xml
  mkdir -p image/cli/target
  cp -R "$(program)" image/cli/target/app
  run image/wordvec --version
  out_is "$version"
  err_is ''
fi

if situation B2-setting 'WORDVEC_BUILD is never, or a mistake'; then
  run env WORDVEC_BUILD=sometimes wordvec --version
  refused WORDVEC_BUILD never
fi

if situation I9 'the launcher and Maven leave each other alone'; then
  copy_of_root both
  (cd both && mvn -o -q -B -Dquick -pl corpora package >../maven.log 2>&1)
  echo '// new' >>both/corpora/src/main/java/module-info.java
  (cd both && find . -path ./target/launcher -prune -o -type f -exec cksum {} + | sort) >before
  run both/wordvec --version
  out_is "$version"
  (cd both && find . -path ./target/launcher -prune -o -type f -exec cksum {} + | sort) >after
  holds 'the launcher changed nothing of others' cmp before after
  (cd both/target/launcher && find . -type f -exec cksum {} + | sort) >before
  run bash -c 'cd both && mvn -o -q -B -Dquick -pl .,corpora clean package'
  rc_is 0
  (cd both/target/launcher && find . -type f -exec cksum {} + | sort) >after
  holds 'Maven changed nothing of the launcher' cmp before after
fi

if situation B9 'a limit on addresses stops no question'; then
  two_words >u.txt
  run bash -c 'ulimit -v 2000000; WORDVEC_JAVA_OPTS=-Xmx512m wordvec neighbors u.txt король --format tsv'
  out_is "$answer"
  err_is ''
fi

# ---- signals with Spark ----

for signal in TERM INT; do
  for moment in start work; do
    if situation "Q11-$signal-$moment" 'a signal ends a command on Spark with one line'; then
      if [ ! -d "$(program)/extensions/spark" ]; then
        skip 'the extension is not built: mvn -Dquick package'
        continue
      fi
      python3 -c "
import random
random.seed(1)
for _ in range(30000): print(' '.join('w%d' % int(2000 * random.random() ** 2) for _ in range(12)))" >text.txt
      cat >stopped.sh <<'END'
set -m # Else a process in the background is deaf to INT.
: >log # The process may not have made it when it is first read.
# Where this runs in the background itself, it is deaf to INT as well, and so is what it starts.
env --default-signal=INT,TERM \
  wordvec train word2vec text.txt -o v.bin --engine 'spark=local[2]' --epochs 200 --dim 100 2>log &
pid=$!
if [ "$2" = start ]; then sleep 1; else
  until grep -q 'tasks at once' log || ! kill -0 $pid 2>/dev/null; do sleep 0.1; done
  sleep 2
fi
kill -"$1" $pid
wait $pid
rc=$?
grep -v 'tasks at once\|read .* tokens\|training on\|words/s' log >&2
exit $rc
END
      run bash stopped.sh $signal $moment
      case $signal in TERM) rc_is 143 ;; INT) rc_is 130 ;; esac
      err_is 'wordvec: interrupted'
      holds 'nothing was written' test ! -e v.bin
    fi
  done
done
