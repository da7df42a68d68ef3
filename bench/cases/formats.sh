# Files of vectors that other people's tools write, and files that are none. Called by bench/cases.sh.

# Writes word2vec's binary as gensim does: binary FILE WORDS... gives word i the vector (i, -i/2, ...)
# of $dim values.
binary() {
  python3 - "${dim:-2}" "$@" <<'E'
import struct, sys
dim, file, words = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
out = b'%d %d\n' % (len(words), dim)
for i, word in enumerate(words):
    values = [(i + 1) * (-0.5 if j % 2 else 1) / (1 + j) for j in range(dim)]
    out += word.encode('utf-8', 'surrogateescape') + b' ' + struct.pack('<%df' % dim, *values)
open(file, 'wb').write(out)
E
}

if situation F3 'a byte order mark before a header'; then
  printf '\xef\xbb\xbf2 3\nking 0.1 0.2 0.3\nqueen 0.3 0.2 0.1\n' >b.txt
  run wordvec info b.txt --format csv
  rc_is 0
  out_has 'word2vec text,2,3,'
  out_has ',king,queen'
  err_is ''
  run wordvec doctor b.txt
  rc_is 0
  out_is 'b.txt: word2vec text, 2 rows, 3 dimensions; no problems found'
fi

if situation F3-glove 'a byte order mark before the first word, with CR LF'; then
  printf '\xef\xbb\xbfthe 0.1 0.2 0.3\r\nof 0.3 0.2 0.1\r\n' >bg.txt
  run bash -c 'echo the | wordvec vectors bg.txt'
  out_is 'the 0.1 0.2 0.3'
fi

if situation F3-gzip 'a byte order mark in compressed text'; then
  printf '\xef\xbb\xbf1 2\nthe 0.5 2\n' | gzip >b.txt.gz
  run bash -c 'echo the | wordvec vectors b.txt.gz'
  out_is 'the 0.5 2.0'
fi

if situation F3-behind 'a byte order mark behind a header that was put before it'; then
  printf '1 2\n\xef\xbb\xbfthe 0.5 2\n' >h.txt
  run bash -c 'echo the | wordvec vectors h.txt'
  out_is 'the 0.5 2.0'
fi

if situation F3-returns 'lines that end in a carriage return alone'; then
  printf 'king 1 2\rqueen 3 4\r' >cr.txt
  run wordvec info cr.txt
  refused 'cr.txt: line 1: ends in a carriage return alone'
fi

for encoding in UTF-16 UTF-16LE UTF-16BE UTF-32; do
  if situation "F3-$encoding" "text in $encoding, as Windows writes it"; then
    printf '2 3\nking 0.1 0.2 0.3\nqueen 0.3 0.2 0.1\n' | iconv -f UTF-8 -t "$encoding" >u.txt
    run wordvec info u.txt
    refused "u.txt: is ${encoding%?E} text" 'convert it to UTF-8'
  fi
done

for field in nan inf -in 0,5 0:1 abc NaN; do
  for dim in 1 2 50; do
    if situation "F4-$field-$dim" "text whose $dim fields are $field"; then
      python3 -c "
row = ' '.join(['$field'] * $dim)
open('n.txt', 'w').write('3 $dim\n' + ''.join(w + ' ' + row + '\n' for w in ['down', 'put', '<unk>']))"
      run wordvec neighbors n.txt down
      refused "n.txt: line 2: value $dim is \"$field\", not a" 'wordvec doctor'
      run wordvec doctor n.txt
      rc_is 1
      out_has 'n.txt: word2vec text, 0 rows'
    fi
  done
done
dim=

if situation F4-glove 'GloVe text that is all nan'; then
  printf 'down nan nan\nput nan nan\n' >n.txt
  run wordvec neighbors n.txt down
  refused 'n.txt: line 1: value 2 is "nan", not a finite float32'
fi

if situation F4-commas 'values with commas, and separated by commas'; then
  printf 'a 0,5 0,25\nb 0,6 0,8\n' >c.txt
  run wordvec info c.txt
  refused 'c.txt: line 1: expected' 'no commas'
  printf 'king,0.5,0.25\nqueen,0.6,0.8\n' >d.txt
  run wordvec info d.txt
  refused 'd.txt: line 1: expected' 'no commas'
fi

for dim in 2 4 50 300; do
  if situation "F5-$dim" "gensim's binary of words with spaces, $dim dimensions"; then
    binary s.bin hello 'my name' king queen
    for command in 'neighbors s.bin hello' 'info s.bin' 'convert s.bin s.txt' 'similarity s.bin hello king'; do
      run wordvec $command
      refused 's.bin: byte ' 'row 2 seems to be of "my name"' 'wordvec doctor'
    done
    run wordvec doctor s.bin --fix whole.txt
    rc_is 0
    out_has 'words with white space'
    run bash -c 'echo my_name | wordvec vectors whole.txt | cut -d" " -f1-3'
    out_is 'my_name 2.0 -0.5'
    run bash -c 'echo king | wordvec vectors whole.txt | cut -d" " -f1-3'
    out_is 'king 3.0 -0.75'
  fi
done
dim=

for word in 'a b' 'New York City' 'of the' '北京 大学' '. . .' 'trailing ' 'UPPER CASE LETTERS'; do
  if situation "F5-${word// /_}" "a word «$word» in binary, plain and compressed"; then
    dim=20 binary s.bin king "$word" queen
    run wordvec info s.bin
    refused "row 2 seems to be of \"$word\""
    gzip -k s.bin
    run wordvec info s.bin.gz
    refused "row 2 seems to be of \"$word\""
  fi
done

if situation F5-gensim 'written by gensim itself'; then
  if python3 -c 'import gensim' 2>/dev/null; then
    python3 - <<'E'
import numpy as np
from gensim.models import KeyedVectors
kv = KeyedVectors(50)
kv.add_vectors(['hello', 'my name', 'king'], np.random.RandomState(1).randn(3, 50).astype('f4'))
kv.save_word2vec_format('g.bin', binary=True)
kv.save_word2vec_format('g.txt', binary=False)
E
    run wordvec info g.bin
    refused 'row 2 seems to be of "my name"'
    run wordvec info g.txt --format csv
    out_has 'word2vec text,3,50,'
  else
    skip 'no gensim'
  fi
fi

if situation F5-latin1 'a word that is not UTF-8 among sound rows is read, and said'; then
  dim=20 binary l.bin king "$(printf 'caf\xe9s')" queen
  run bash -c 'echo queen | wordvec vectors l.bin | cut -d" " -f1-3'
  out_is 'queen 3.0 -0.75'
  err_is 'wordvec: l.bin: the word of row 2 is not UTF-8, or holds control characters'
  run wordvec doctor l.bin
  rc_is 1
  out_has 'words that are not UTF-8'
fi

if situation F5-huge 'values of a training that diverged are said'; then
  python3 -c "
import struct
open('h.bin','wb').write(b'2 2\n'+b'a '+struct.pack('<2f',7e22,1)+b'b '+struct.pack('<2f',1,0))"
  run wordvec similarity h.bin a b
  err_is 'wordvec: h.bin: row 1 contains 7.0E22, which is implausibly large'
  run wordvec doctor h.bin
  rc_is 1
  out_has 'vectors with values beyond 1e10'
fi

if situation F17 '.fifu of before October 2019, without its norms in the header'; then
  python3 -c "
import struct
def ch(i,p): return struct.pack('<IQ',i,len(p))+p
def pad(n): return b'\0'*(4-n%4)
b=b'FiFu'+struct.pack('<IIII',0,2,1,2)
b+=ch(1,struct.pack('<Q',2)+b'\1\0\0\0a\1\0\0\0b')
b+=ch(2,struct.pack('<QII',2,2,10)+pad(len(b)+28)+struct.pack('<4f',.6,.8,.8,.6))
b+=ch(6,struct.pack('<QI',2,10)+pad(len(b)+24)+struct.pack('<2f',2,3))
open('old.fifu','wb').write(b)"
  run bash -c 'printf "a\nb\n" | wordvec vectors old.fifu'
  out_is "$(printf 'a 1.2 1.6\nb 2.4 1.8000001')"
  err_is ''
fi

if situation F3-count 'rows with too many values'; then
  printf '2 2\nking 1 2 3\nqueen 2 3 4\n' >dims.txt
  run wordvec info dims.txt
  refused 'dims.txt: line 2: expected a word and 2 values, found 3' 'wordvec doctor'
  run wordvec doctor dims.txt --fix whole.txt
  rc_is 0
  out_has 'a header with another number of values'
  run bash -c 'echo king | wordvec vectors whole.txt'
  out_is 'king 1.0 2.0 3.0'
  printf '3 3\nking 1 2 3\nqueen 2 3 4\nman 3 4 5 6\n' >long.txt
  run wordvec info long.txt
  refused 'long.txt: line 4: expected a word and 3 values, found 4'
  printf 'queen 2 3\nking 1 2 3\nman 1 2 3\n' >glove.txt
  run wordvec info glove.txt
  refused 'glove.txt: line 1: expected a word and 3 values, found 2'
fi

if situation F3-spaces 'words with spaces, as in GloVe 840B'; then
  printf 'the 0.1 0.2 0.3\n. . . 0.4 0.5 0.6\nat name@domain.com 0.7 0.8 0.9\n5 1.0 1.1 1.2\n' >g.txt
  run wordvec info g.txt --format csv
  out_has 'GloVe text,4,3,'
  run wordvec convert g.txt g.npy
  rc_is 0
  run cat g.vocab
  out_is "$(printf 'the\n. . .\nat name@domain.com\n5')"
fi

if situation Q1 "text of Deeplearning4j"; then
  printf '2 3 0\nB64:a2luZw== 0.5 0.25 0.125\nB64:cXVlZW4= 0.2 0.3 0.4\n' >dl.txt
  run bash -c 'echo king | wordvec vectors dl.txt'
  out_is 'king 0.5 0.25 0.125'
  err_is ''
  printf '2 2 0\nking 0.5 0.25\nqueen 0.75 0.5\n' >h4.txt
  run wordvec info h4.txt --format csv
  out_has 'word2vec text,2,2,'
  out_has ',king,queen'
fi

for header in '3, 2' '+3 2' '# 3 2' '2.0 2'; do
  if situation "Q1-${header// /_}" "a header written as $header"; then
    printf '%s\nking 0.5 1\nqueen 1 0.5\nman 1 1\n' "$header" >h.txt
    run wordvec info h.txt --format csv
    out_has 'word2vec text,3,2,'
    err_has "wordvec: h.txt: line 1: \"$header\" is taken for the header"
  fi
done

if situation Q2-few 'a header that promises too few rows'; then
  printf '2 2\na 1 2\nb 1 3\nc 1 4\n' >few.txt
  run bash -c 'echo c | wordvec vectors few.txt'
  out_is 'c 1.0 4.0'
  err_is 'wordvec: few.txt: line 1: the header promises 2 rows, and there are 3'
  run wordvec doctor few.txt
  rc_is 1
  out_has 'more rows than the header says'
fi

if situation Q2-many 'a header that promises too many rows, as of a file that is cut off'; then
  printf '3 2\na 1.25 2.5\nb 1.25 3.5\n' >many.txt
  run wordvec info many.txt
  refused 'many.txt: line 4: the file ends after 2 of the 3 rows that its header promises' 'wordvec doctor'
  run wordvec doctor many.txt --fix whole.txt
  rc_is 0
  run bash -c 'echo b | wordvec vectors whole.txt'
  out_is 'b 1.25 3.5'
fi

if situation Q2-binary 'a binary with more rows than its header promises'; then
  dim=20 binary b.bin king man queen
  printf 2 | dd of=b.bin conv=notrunc status=none
  run wordvec info b.bin
  refused 'more bytes than the 2 rows of the header' 'wordvec doctor'
  run wordvec doctor b.bin --fix whole.bin
  rc_is 0
  out_has 'more rows than the header says'
  run bash -c 'echo queen | wordvec vectors whole.bin | cut -d" " -f1-3'
  out_is 'queen 3.0 -0.75'
fi

if situation Q2-empty 'an empty line, and a row without a word'; then
  printf '3 2\na 1 2\n\nb 1 3\n 1 4\n' >e.txt
  run bash -c 'echo b | wordvec vectors e.txt'
  out_is 'b 1.0 3.0'
  err_is "$(printf 'wordvec: e.txt: line 3: the empty line is left out\nwordvec: e.txt: line 5: the row without a word is left out')"
  run wordvec doctor e.txt
  rc_is 1
  out_has 'empty lines'
  out_has 'empty words'
fi

if situation Q16 'a tab as a word'; then
  printf '2 3\n\t 1 2 3\nb 2 3 5\n' >t.txt
  run bash -c 'echo b | wordvec vectors t.txt'
  out_is 'b 2.0 3.0 5.0'
  err_is 'wordvec: t.txt: line 2: the row without a word is left out'
fi

if situation Q3 'a matrix without words'; then
  printf '1.0000 0.0000 2.0000\n0.6000 0.8000 1.0000\n' >mat.txt
  run wordvec info mat.txt
  refused 'mat.txt: contains numbers without words' '--vocabulary'
  printf 'king\nqueen\n' >words.txt
  run wordvec convert mat.txt x.bin --vocabulary words.txt
  rc_is 0
  run bash -c 'echo queen | wordvec vectors x.bin'
  out_is 'queen 0.6 0.8 1.0'
  run wordvec convert words.txt y.bin --vocabulary words.txt
  refused 'words.txt: line 1: expected'
fi

if situation Q23 "the projector's own file"; then
  printf '2 3\nking 0.1 0.2 0.3\nqueen 0.3 0.2 0.1\n' >v.txt
  run wordvec convert v.txt v.tsv
  rc_is 0
  run bash -c 'echo queen | wordvec vectors v.tsv'
  out_is 'queen 0.3 0.2 0.1'
  rm v.metadata.tsv
  run wordvec info v.tsv
  refused 'v.tsv: contains numbers without words'
fi

if situation Q3-savetxt 'numpy.savetxt, with and without a comment'; then
  printf '# 2 2\n0.1 0.2\n0.3 0.4\n' >h.txt
  run wordvec info h.txt
  refused 'h.txt: line 1: is a comment before numbers without words'
  printf '# made by numpy\n1.000000000000000000e+00 5.0e-01\n2.0e+00 2.5e-01\n' >s.txt
  run wordvec info s.txt
  refused 's.txt: line 1: '
  tail -n +2 s.txt >t.txt
  run wordvec info t.txt
  refused 't.txt: contains numbers without words'
fi

if situation Q3-nodes 'numbers of nodes as words'; then
  printf '34 0.5 0.25\n2 1 1\n' >nodes.txt
  run bash -c 'echo 34 | wordvec vectors nodes.txt'
  out_is '34 0.5 0.25'
fi

# Refused by name: stranger ID FILE PART... checks the file that a case has made.
stranger() {
  local file=$1
  shift
  for command in info doctor; do
    run wordvec $command "$file"
    refused "$file: is " "$@"
  done
  out_is ''
}

if situation Q4 "GloVe's binary of bare numbers"; then
  python3 -c "
import struct, random
random.seed(1)
open('vectors.bin','wb').write(struct.pack('<200d', *[random.uniform(-1,1) for _ in range(200)]))"
  stranger vectors.bin "GloVe's vectors.bin" 'vectors.txt'
fi
if situation Q4-html 'a page of HTML'; then
  printf '\n<!DOCTYPE html>\n<html><body>Quota exceeded</body></html>\n' >v.bin
  stranger v.bin 'HTML'
  printf '<?xml version="1.0"?><Error/>\n' >x.txt
  stranger x.txt 'HTML or XML'
fi
if situation Q4-lfs 'a pointer of Git LFS'; then
  printf 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n' >v.bin
  stranger v.bin 'Git LFS' 'git lfs pull'
fi
if situation Q4-json 'JSON'; then
  printf '{"king": [0.1, 0.2], "queen": [0.3, 0.4]}\n' >v.json
  stranger v.json 'JSON'
fi
if situation FQ4 "fastText's .bin compressed"; then
  printf 'a b c a b c\n' >c.txt
  run wordvec train fasttext c.txt -o x.bin --dim 2 --min-count 1 --epochs 1 --buckets 10 --device cpu -q
  gzip -k x.bin
  stranger x.bin.gz "fastText's binary" 'unpack it'
fi
if situation FQ5 'tar, plain and compressed'; then
  printf '1 2\na 1 2\n' >v.txt
  tar -cf v.tar v.txt
  tar -czf v.tar.gz v.txt
  stranger v.tar 'tar archive' 'tar -xf'
  stranger v.tar.gz 'tar archive' 'tar -xf'
fi
if situation FQ5-gz 'compressed twice, as by a server that compresses what is'; then
  printf '1 2\na 1 2\n' | gzip | gzip >v.gz
  run bash -c 'echo a | wordvec vectors v.gz'
  out_is 'a 1.0 2.0'
fi
if situation FQ5-lz 'lz4, lzma and other archives'; then
  printf '\x04\x22\x4d\x18abcdefghijkl' >v.lz4
  stranger v.lz4 'lz4'
  python3 -c "
import lzma
open('v.lzma','wb').write(lzma.compress(b'1 2\na 1 2\n', format=lzma.FORMAT_ALONE))"
  stranger v.lzma 'lzma'
  printf '7z\xbc\xaf\x27\x1cabcdefgh' >v.7z
  stranger v.7z 'archive'
fi
if situation FQ5-zip 'a zip of other things'; then
  printf 'a 1 2\n' >glove.txt
  python3 -c "
import zipfile
zipfile.ZipFile('glove.zip','w').write('glove.txt')"
  stranger glove.zip 'zip archive' 'unpack it'
fi
if situation Q21 'a WARC archive, plain and compressed'; then
  printf 'WARC/1.0\r\nWARC-Type: conversion\r\n\r\ntext\r\n' >w.wet
  gzip -k w.wet
  stranger w.wet 'WARC'
  stranger w.wet.gz 'WARC'
fi
if situation N7 'a program, and other binary data'; then
  cp /bin/ls ls.bin
  run wordvec info ls.bin
  refused 'ls.bin: is a program'
  head -c 3001 /dev/zero | tr '\000' '\003' >z.bin
  stranger z.bin 'binary data of an unknown kind' 'finalfusion'
fi
if situation N7-convert 'an ending that is none'; then
  printf '1 2\na 1 2\n' >v.txt
  run wordvec convert v.txt v.foo
  rc_is 2
  err_has 'wordvec: v.foo: the name of a file of vectors ends in .txt, .vec, .bin, .glove, .fifu, .npy, .safetensors, .tsv or .zip; .gz or .zst may follow .txt, .vec, .bin and .glove'
fi

if situation Q5 'a word twice'; then
  printf '3 2\na 1 0\na 0.6 0.8\nb 0 1\n' >dup.txt
  said='1 row is left out, since an earlier row has the same word; the first is row 2, "a"'
  python3 - <<'E'
import struct
rows = [(b'a', (1, 0)), (b'a', (.6, .8)), (b'b', (0, 1))]
open('dup.bin', 'wb').write(b'3 2\n' + b''.join(w + b' ' + struct.pack('<2f', *v) for w, v in rows))
def ch(i, p): return struct.pack('<IQ', i, len(p)) + p
def pad(n): return b'\0' * (4 - n % 4)
b = b'FiFu' + struct.pack('<IIII', 0, 2, 1, 2)
b += ch(1, struct.pack('<Q', 3) + b''.join(struct.pack('<I', len(w)) + w for w, v in rows))
b += ch(2, struct.pack('<QII', 3, 2, 10) + pad(len(b) + 28) + struct.pack('<6f', *[x for w, v in rows for x in v]))
open('dup.fifu', 'wb').write(b)
E
  gzip -k dup.bin
  for file in dup.txt dup.bin dup.fifu dup.bin.gz; do
    run wordvec neighbors $file a --format csv
    rc_is 0
    out_lacks ',a,'
    out_has ',b,'
    err_is "wordvec: $file: $said"
    run wordvec info $file --format csv
    out_has ',2,2,'
    run wordvec doctor $file
    rc_is 1
    out_has 'words that occur twice'
  done
fi

if situation Q12 'words that word2vec.c cuts within a character'; then
  dim=20 binary c.bin king "$(python3 -c "import sys; sys.stdout.buffer.write(('b' + 'ж' * 60).encode()[:98])")" queen
  run wordvec neighbors c.bin queen -k 2 --format json
  rc_is 0
  err_is ''
  cut=$(python3 -c "print('b' + 'ж' * 48 + '\ufffd')")
  out_has "$cut"
  run bash -c "echo '$cut' | wordvec vectors c.bin | cut -d' ' -f2,3"
  out_is '2.0 -0.5'
fi

if situation Q22 'control characters and white space beyond ASCII'; then
  printf '4 1\na\x01b 1\nc\xc2\xa0d 2\ne\xe3\x80\x80f 3\ng h 4\n' >w.txt
  run wordvec doctor w.txt --format csv
  rc_is 1
  out_has 'words with control characters,1,'
  out_has 'row 1: a\x01b'
  out_has 'words with white space beyond ASCII,2,'
  out_has 'row 2: c\u00a0d; row 3: e\u3000f'
  out_has 'words with white space,1,'
fi
