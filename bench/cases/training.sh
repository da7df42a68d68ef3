# Trainings that learn nothing, options that stop people, and outputs. Called by bench/cases.sh.

small='--min-count 1 --dim 3 --threads 1 --device cpu'

if situation F7 'one word a line trains nothing, and older outputs stay'; then
  printf 'king\nqueen\nking\nqueen\nman\nwoman\nman\nwoman\n' >one.txt
  for family in word2vec fasttext glove senses; do
    for out in o.txt report.json v.txt; do echo old >$out; done
    run wordvec train $family one.txt -o o.txt --report report.json --save-vocabulary v.txt $small -q
    rc_is 1
    case $family in
      glove) err_is 'wordvec: no two words of the vocabulary co-occur' ;;
      *) err_is 'wordvec: there is no pair of words to train: no line has two words of the vocabulary' ;;
    esac
    for out in o.txt report.json v.txt; do holds "$out stays" grep -qx old $out; done
    run wordvec train $family one.txt -o o.txt --plan $small -q
    rc_is 1
  done
  for options in '--architecture cbow' '--objective hierarchical-softmax' '--window 1 --epochs 50'; do
    run wordvec train word2vec one.txt -o new.bin $small -q $options --checkpoint saved
    refused 'no pair of words to train'
    holds 'nothing was written' test ! -e new.bin
    holds 'no checkpoint' bash -c '! ls saved/*.checkpoint 2>/dev/null | grep .'
  done
fi

if situation F7-sample 'a tiny text that --sample empties'; then
  printf 'a b c\nc b a\na c b\n' >t.txt
  run wordvec train word2vec t.txt -o o.bin $small -q --sample 1e-9
  rc_is 1
  err_is 'wordvec: there is no pair of words to train: subsampling with 1.0E-9 leaves two words in no line; 0 keeps all words'
  run wordvec train fasttext t.txt -o o.bin $small -q --sample 1e-9 --buckets 100
  refused 'subsampling with 1.0E-9'
  run wordvec train word2vec t.txt -o o.bin $small --sample 1e-2 --epochs 40
  rc_is 0
  err_has 'of 40 epochs have no pair of words to train: --sample 0.01 drops too many words'
  run wordvec train word2vec t.txt -o o.bin $small -q --sample 0
  rc_is 0
  err_is ''
  printf 'zz 3\nyy 2\n' >no.voc
  for family in word2vec fasttext glove senses; do
    run wordvec train $family t.txt -o x.bin --vocabulary no.voc $small -q
    refused 't.txt: no word of the vocabulary occurs in it'
  done
fi

if situation F7-cooccur 'counts of nothing are not written'; then
  printf 'king\nqueen\nking\n' >one.txt
  run wordvec cooccur one.txt -o cc --save-vocabulary v.txt --min-count 1 -q
  rc_is 1
  err_is 'wordvec: no two words of the vocabulary co-occur'
  holds 'no counts' test ! -e cc
  holds 'no vocabulary' test ! -e v.txt
fi

if situation nothing-joined 'phrases that join nothing say so'; then
  printf 'a b c\n' >t.txt
  run wordvec phrases t.txt -o o.txt
  rc_is 0
  err_has 'found no phrases: no pair of words that occurs at least 5 times scores more than 100.0'
  run wordvec train word2vec t.txt -o o.bin $small --phrases
  err_has 'found no phrases'
  printf 'a\nb\nc\n' >stop
  run wordvec tokenize t.txt --stop-words stop
  out_is ''
  err_is 'wordvec: the text has no words left'
fi

if situation Q7 'a threshold of npmi that no pair exceeds is refused with the right words'; then
  printf 'a b c\n' >t.txt
  run wordvec phrases t.txt -o o.txt --phrase-score npmi --phrase-threshold 1
  rc_is 2
  refused 'a threshold must be at least -1 and less than 1, which no pair exceeds, not 1.0'
fi

if situation Q8 'discounted pairs of just --phrase-min-count stay apart, as the help says'; then
  printf 'new york is x\nnew york is y\nnew york is z\n' >t.txt
  run wordvec phrases t.txt -o o.txt -q --phrase-min-count 3 --phrase-threshold 0
  holds 'three times are not enough' grep -qx 'new york is x' o.txt
  run wordvec phrases t.txt -o o.txt -q --phrase-min-count 2 --phrase-threshold 0
  holds 'more are' grep -qx 'new_york is x' o.txt
  run wordvec phrases t.txt -o o.txt -q --phrase-min-count 3 --phrase-score npmi --phrase-threshold 0
  holds 'npmi joins them' grep -qx 'new_york is x' o.txt
  run wordvec phrases --help
  out_has 'is 0 at exactly'
fi

if situation Q6 'a text with </s>: its vocabulary is accepted, and the word is kept alike'; then
  printf '</s> a b\n</s> a b\n' >e.txt
  run wordvec vocab e.txt --min-count 1 -o e.voc -q
  run wordvec cooccur e.txt --vocabulary e.voc --min-count 1 -o cc1 -q
  rc_is 0
  run wordvec cooccur e.txt --min-count 1 -o cc2 -q
  holds 'counts are the same' cmp cc1 cc2
  run wordvec train word2vec e.txt -o with.txt --vocabulary e.voc $small -q --sample 0
  rc_is 0
  run wordvec train word2vec e.txt -o without.txt $small -q --sample 0
  holds 'vectors are the same' cmp with.txt without.txt
  holds 'the word is kept' grep -q '^</s> ' with.txt
  run wordvec train glove --cooccurrences cc1 --vocabulary e.voc -o g.glove --dim 3 --device cpu -q
  rc_is 0
fi

if situation Q6-word2vec.c 'what word2vec.c -save-vocab writes'; then
  printf 'a b c\na b\na c\n' >t.txt
  printf '</s> 3\na 3\nb 2\nc 2\n' >c.voc
  printf 'a 3\nb 2\nc 2\n' >plain.voc
  for voc in c plain; do
    run wordvec train word2vec t.txt -o $voc.txt --vocabulary $voc.voc $small -q --sample 0
    rc_is 0
  done
  holds 'ends of lines are no word' cmp c.txt plain.txt
  printf '</s> 0\na 3\nb 2\nc 2\n' >zero.voc
  run wordvec cooccur t.txt --vocabulary zero.voc --min-count 1 -o cc -q
  rc_is 0
  holds 'words are numbered by their lines' python3 -c "
import struct
e = [struct.unpack('<iid', r) for r in iter(lambda f=open('cc', 'rb'): f.read(16), b'')]
assert sorted({w for w, c, x in e}) == [2, 3, 4], e"
  run wordvec train glove t.txt --vocabulary c.voc -o g.glove $small -q
  rc_is 0
  holds 'no vector for ends of lines' bash -c '! grep -q "^</s>" g.glove'
fi

if situation N7 'one is not many'; then
  printf 'x x\n' >t.txt
  run wordvec train word2vec t.txt -o o.bin --min-count 3 --dim 3 --device cpu -q
  rc_is 1
  err_is 'wordvec: t.txt: no word occurs at least 3 times; the most frequent of 1 word occurs 2 times'
  printf 'x\n' >t1.txt
  run wordvec vocab t1.txt -o v -q --min-count 2
  err_is 'wordvec: no word occurs at least 2 times; the most frequent of 1 word occurs 1 time'
  run wordvec train word2vec t.txt -o o.bin --min-count 1 --dim 3 --device cpu --sample 0 --epochs 1
  err_has 'read 2 tokens, kept 1 of 1 word ('
  err_has 'trained 1 epoch in'
  run wordvec train word2vec t.txt -o o.bin --min-count 1 --dim 3 --device cpu --sample 0 --epochs 2
  err_has 'trained 2 epochs in'
fi

if situation Q13 '--pretrained says how many words it gave'; then
  printf 'a b c\nc b a\n' >t.txt
  printf '2 3\na 1 0 0\nzz 0 1 0\n' >p.vec
  run wordvec train fasttext t.txt -o o.bin $small --buckets 100 --pretrained p.vec --sample 0
  rc_is 0
  err_has '1 of 3 words are initialised from --pretrained, the others at random'
  printf '1 3\nA 1 0 0\n' >p.vec
  run wordvec train fasttext t.txt -o p.bin $small --buckets 100 --pretrained p.vec -q
  rc_is 1
  err_is "wordvec: --pretrained has none of the vocabulary's 3 words; is it in another language or case?"
  holds 'nothing was written' test ! -e p.bin
  printf '1 2\na 1 0\n' >p.vec
  run wordvec train fasttext nofile.txt -o p.bin $small --pretrained p.vec -q
  rc_is 1
  run wordvec train fasttext t.txt -o p.bin $small --pretrained p.vec -q
  rc_is 2
  refused 'p.vec: the pretrained vectors have 2 dimensions, the model 3; use --dim 2'
fi

if situation Q3 'fasttext loses no n-grams silently'; then
  printf 'a b c\nc b a\n' >t.txt
  for name in y.bin.gz y.BIN.GZ y.bin.zst; do
    run wordvec train fasttext t.txt -o $name $small --buckets 100 -q
    rc_is 2
    refused "$name: fastText's .bin cannot be compressed"
    holds 'nothing was written' test ! -e $name
  done
  for name in y.vec y.txt.gz y.fifu y.npy; do
    run wordvec train fasttext t.txt -o $name $small --buckets 100 --sample 0
    rc_is 0
    err_has "$name keeps only the vectors of words; NAME.bin keeps the n-grams too"
  done
  run wordvec train fasttext t.txt -o y.vec $small --max-n 0 --sample 0
  rc_is 0
  err_lacks 'n-grams'
  run wordvec train fasttext t.txt -o y.bin $small --buckets 100 --sample 0
  err_lacks 'NAME.bin'
fi

if situation Q9 'a read-only output is refused, before any work and for root too'; then
  printf 'a b c\nc b a\n' >t.txt
  printf '2 2\na 1 0\nb 0 1\n' >m.txt
  echo old >ro && cp ro ro.bin && cp ro ro.txt && cp ro ro.csv && chmod 444 ro*
  run wordvec train word2vec t.txt -o ro.bin $small
  rc_is 1
  err_is 'wordvec: ro.bin: cannot write, the file is read-only'
  run wordvec train glove t.txt -o g.glove --report ro $small
  err_is 'wordvec: ro: cannot write, the file is read-only'
  run wordvec train fasttext t.txt -o f.bin --save-vocabulary ro $small
  err_is 'wordvec: ro: cannot write, the file is read-only'
  for command in 'convert m.txt ro.bin' 'vocab t.txt -o ro' 'cooccur t.txt -o ro' \
    'phrases t.txt -o ro' 'doctor m.txt --fix ro.txt' 'map m.txt -o ro.csv'; do
    run wordvec $command
    rc_is 1
    refused 'cannot write, the file is read-only'
  done
  for file in ro ro.bin ro.txt ro.csv; do holds "$file is as it was" grep -qx old $file; done
  ln -s ro link
  run wordvec vocab t.txt -o link
  refused 'link: cannot write, the file is read-only'
fi

if situation Q1 'a language that nobody knows is refused, three letters are as good as two'; then
  echo 'ISPARTA İstanbul' >t.txt
  for tag in tr tur TR tur_TR; do
    run wordvec tokenize t.txt --lowercase --locale $tag
    out_is 'ısparta istanbul'
  done
  for tag in turkish xx POSIX qqq tr_TR.UTF-8; do
    run wordvec tokenize t.txt --lowercase --locale $tag
    rc_is 2
    refused "--locale: '$tag' is not a language tag such as tr or zh-TW"
  done
fi

# Leaves a training in saved/ that was interrupted after its first checkpoint.
interrupted_training() {
  for i in 1 2 3 4 5 6 7 8; do echo 'a b c d e f g h'; done >t.txt
  wordvec train word2vec t.txt -o o.txt --min-count 1 --dim 3 --threads 1 --device cpu --sample 0 \
    --epochs 100000 --checkpoint saved --checkpoint-every 1% -q 2>/dev/null &
  for i in $(seq 600); do
    ls saved/*.checkpoint >/dev/null 2>&1 && break
    sleep 0.05
  done
  kill -TERM $!
  wait $!
}

if situation Q10 'train --resume takes what may change, in every position, and refuses the rest'; then
  interrupted_training
  holds 'a checkpoint is there' bash -c 'ls saved/*.checkpoint >/dev/null'
  before=$(cd saved && cksum *.checkpoint)
  run wordvec train --resume saved --dim 5
  rc_is 2
  refused 'cannot resume: --dim: 3 in the checkpoint, 5 now'
  run wordvec train --seed 7 --resume=saved -q
  refused 'cannot resume: --seed: 1 in the checkpoint, 7 now'
  run wordvec train --resume saved --bogus
  rc_is 2
  refused "unknown option '--bogus'"
  holds 'a refused resume touches nothing' test "$before" = "$(cd saved && cksum *.checkpoint)"
  run wordvec train --threads 2 word2vec t.txt -o x.bin
  rc_is 2
  refused "--threads is an option of 'word2vec'"
  run wordvec train -q --resume saved --threads 2 --report r.json -o other.txt
  rc_is 0
  err_is ''
  holds 'the output that was asked for' test -s other.txt
  holds 'not the old one' test ! -e o.txt
  holds 'the report' grep -q '"threads" : 2' r.json
  run wordvec train --resume saved
  rc_is 0
  err_has 'saved: nothing left to do: a training ended at'
  run wordvec train --resume saved -q
  rc_is 0
  err_is ''
  run wordvec train word2vec t.txt -o other.txt --resume saved
  rc_is 0
  err_has 'nothing left to do'
  run wordvec train --resume nowhere -q
  rc_is 1
  refused 'nowhere: no checkpoint to resume from'
  run wordvec train word2vek t.txt
  rc_is 2
  refused "unknown command 'word2vek'"
  run wordvec train --threads 2
  rc_is 2
  refused '--threads needs a model to train, or --resume DIR'
fi
