# Text files that people make, tables and corpus files. Called by bench/cases.sh.

four_words() { printf '4 2\nking 1 0.1\nqueen 0.9 0.2\nman 0.1 1\nwoman 0.2 0.9\n' >v.txt; }
pairs_of_four='king\tqueen\t9\nman\twoman\t8\nking\tman\t2\n'
scores_of_four() {
  rc_is 0
  out_has "
$1,0.8660254037844387,0.9912"
  out_has ,3,0,0
}

if situation F1 'a whole number is the number of a column'; then
  printf '"2","Stuning even for the non-gamer","This sound track"\n"1","Buyer beware","A book"\n' >a.csv
  run wordvec tokenize a.csv --csv-column 2
  out_is 'Stuning even for the non-gamer
Buyer beware'
  printf '"3","Wall St. Bears","Text one"\n"4","B","Text two"\n' >ag.csv
  run wordvec tokenize ag.csv --csv-column 3
  out_is 'Text one
Text two'
  for mark in '' '\xef\xbb\xbf'; do
    printf "${mark}hello,1\nworld,2\n" >h.csv
    run wordvec tokenize h.csv --csv-column 1
    out_is 'hello
world'
  done
fi

if situation F1-name 'a column whose name is a number stands behind ='; then
  printf '1,2\na,b\n' >a.csv
  run wordvec tokenize a.csv --csv-column =2
  out_is b
  run wordvec tokenize a.csv --csv-column 2 --csv-header yes
  out_is b
  run wordvec tokenize a.csv --csv-column 3
  refused 'a.csv: line 1: no column 3; there are 2'
  run wordvec tokenize a.csv --csv-column x
  refused "a.csv: line 1: no column 'x'; there are 1, 2"
  printf 'id;text\n1;b\n' >semicolons.csv
  run wordvec tokenize semicolons.csv --csv-column text
  refused "--csv-delimiter ';'"
  run wordvec tokenize semicolons.csv --csv-column text --csv-delimiter ';'
  out_is b
fi

if situation F2-pairs 'a byte order mark, UTF-16, line ends and compression of pairs'; then
  four_words
  printf "$pairs_of_four" >pairs.txt
  { printf '\xef\xbb\xbf' && cat pairs.txt; } >mark.txt
  sed 's/$/\r/' pairs.txt >windows.txt
  tr '\n' '\r' <pairs.txt >mac.txt
  iconv -t UTF-16 pairs.txt >utf16.txt
  gzip -c mark.txt >packed.txt.gz
  zstd -qc pairs.txt >packed.zst
  for file in pairs.txt mark.txt windows.txt mac.txt utf16.txt packed.txt.gz packed.zst; do
    run wordvec evaluate v.txt --pairs $file --format csv
    scores_of_four $file
  done
  run bash -c 'wordvec evaluate v.txt --pairs - --format csv <mark.txt'
  scores_of_four -
fi

if situation F2-lists 'a byte order mark in word lists, vocabularies, exclusions and settings'; then
  four_words
  printf '\xef\xbb\xbfthe\r\ncat\r\n' >stop.txt
  echo 'the cat dog' >c.txt
  run wordvec tokenize c.txt --stop-words stop.txt
  out_is dog
  run bash -c 'wordvec tokenize c.txt --stop-words - <stop.txt'
  out_is dog
  printf '\xef\xbb\xbfking 2\nqueen 1\n' >voc.txt
  echo 'king queen king' >k.txt
  run wordvec train word2vec k.txt -o o.txt --vocabulary voc.txt --dim 2 --min-count 1 -q --device cpu
  rc_is 0
  run cut -d ' ' -f 1 o.txt
  out_is '2
king
queen'
  printf '\xef\xbb\xbfqueen\r\n' >ex.txt
  run wordvec neighbors v.txt king --exclude-from ex.txt --format tsv -k 1
  out_has woman
  printf '\xef\xbb\xbf: s\nking queen man woman\n' >q.txt
  run wordvec evaluate v.txt --analogies q.txt --format csv
  rc_is 0
  out_has 's,'
  printf '\xef\xbb\xbfmin-count = 2\n' >d.properties
  run wordvec vocab k.txt --defaults d.properties -q -o vocab.out
  rc_is 0
  run cat vocab.out
  out_is 'king 2'
  printf '\xef\xbb\xbf--min-count 2\r\n' >arguments
  run wordvec vocab k.txt @arguments -q -o vocab2.out
  rc_is 0
  run cmp vocab.out vocab2.out
  rc_is 0
  run bash -c "printf '\xef\xbb\xbfking\n' | wordvec vectors v.txt"
  out_is 'king 1.0 0.1'
  run bash -c "printf '\xef\xbb\xbfsimilarity king queen\n' | wordvec shell v.txt"
  rc_is 0
  run wordvec convert v.txt v.npy
  { printf '\xef\xbb\xbf' && cat v.vocab; } >v2.vocab
  cp v.npy v2.npy
  run bash -c 'echo king | wordvec vectors v2.npy'
  out_is 'king 1.0 0.1'
fi

if situation F2-quoted 'a byte order mark before a quoted name of a column'; then
  printf '\xef\xbb\xbf"text","id"\n"hello world","1"\n' >q.csv
  run wordvec tokenize q.csv --csv-column text
  out_is 'hello world'
fi

if situation F2-bytes 'bytes that are no text are named by their line'; then
  four_words
  printf 'king\nm\xe4n\n' >latin.txt
  run wordvec neighbors v.txt king --exclude-from latin.txt
  rc_is 1
  refused 'latin.txt: line 2: byte 0xe4 is not valid UTF-8'
  printf 'q\0u\0e\0e\0n\0\n\0' >utf16.txt
  run wordvec neighbors v.txt king --exclude-from utf16.txt --format csv
  rc_is 0
  holds 'a list in UTF-16 without a mark leaves queen out' [ "${out#*queen}" = "$out" ]
  printf 'ki\0ng\n' >nul.txt
  run wordvec neighbors v.txt king --exclude-from nul.txt
  refused 'nul.txt: line 1: a NUL byte'
  mkdir folder
  run wordvec neighbors v.txt king --exclude-from folder
  refused 'folder: is a folder, where a text file was expected'
  run wordvec evaluate v.txt --analogies nofile
  err_is 'wordvec: nofile: no such file or folder'
fi

if situation F8 'tables of pairs as other programs write them'; then
  four_words
  printf '"king","queen",9\n"man","woman",8\n"king","man",2\n' >q.csv
  run wordvec evaluate v.txt --pairs q.csv --format csv
  scores_of_four q.csv
  printf 'king;queen;9,0\nman;woman;8,0\nking;man;2,0\n' >s.csv
  run wordvec evaluate v.txt --pairs s.csv --format csv
  scores_of_four s.csv
  printf 'word1;word2;score\nking;queen;9\nman;woman;8\nking;man;2\n' >names.csv
  run wordvec evaluate v.txt --pairs names.csv --format csv
  scores_of_four names.csv
  printf 'king,queen,"9,0"\nman,woman,"8,0"\nking,man,"2,0"\n' >c.csv
  run wordvec evaluate v.txt --pairs c.csv --format csv
  scores_of_four c.csv
  printf 'king,queen,9,5\nman,woman,8,3\n' >d.csv
  run wordvec evaluate v.txt --pairs d.csv
  rc_is 1
  refused 'd.csv: line 1: is "9,5" one number or two?'
fi

if situation F8-none 'pairs of which none can be used'; then
  four_words
  printf 'sun-n moon-n 40\n' >men.txt
  run wordvec evaluate v.txt --pairs men.txt
  rc_is 1
  refused men.txt sun-n moon-n
  printf 'id,a,b,s\n1,king,queen,9\n2,man,woman,8\n3,king,man,2\n' >id.csv
  run wordvec evaluate v.txt --pairs id.csv
  rc_is 1
  refused '"1"' '"king"' --pairs-columns
  run wordvec evaluate v.txt --pairs id.csv --pairs-columns a,b,s --format csv
  scores_of_four id.csv
  run wordvec evaluate v.txt --pairs id.csv --pairs-columns 2,3,4 --csv-header yes --format csv
  scores_of_four id.csv
fi

if situation F14 'tables without quotes and with escapes'; then
  printf 'id\ttext\n1\t"Hello world\n2\tI said bye"\n3\tlast\n' >q.tsv
  run wordvec tokenize q.tsv --csv-column text --csv-quote none
  out_is '"Hello world
I said bye"
last'
  printf 'id\ttext\n1\t"Hello" world\n' >q2.tsv
  run wordvec tokenize q2.tsv --csv-column text
  refused 'q2.tsv: line 2' --csv-quote
  run wordvec tokenize q2.tsv --csv-column text --csv-quote none
  out_is '"Hello" world'
  printf 'id,text\n1,"it\\"s"\n' >e.csv
  run wordvec tokenize e.csv --csv-column text --csv-escape '\'
  out_is 'it"s'
  printf "id,text\n1,'a, b'\n" >single.csv
  run wordvec tokenize single.csv --csv-column text --csv-quote "'"
  out_is 'a, b'
  printf 'text\n"never closed\nmore\n' >open.csv
  run wordvec tokenize open.csv --csv-column text
  refused 'open.csv: line 2' 'not closed' --csv-quote
fi

if situation B7 'questions speak of columns as corpora do'; then
  four_words
  printf '1;king\n2;"queen"\n' >s.csv
  run wordvec neighbors v.txt --input s.csv --column 2 --csv-delimiter ';' -k 1
  out_is 'query	rank	word	cosine
king	1	queen	0.9929278159412049
queen	1	king	0.9929278159412049'
  printf 'id;word\n1;king\n' >h.csv
  run wordvec neighbors v.txt --input h.csv --column 2 --csv-delimiter ';' -k 1
  refused 'h.csv, line 1' --csv-header
  run wordvec neighbors v.txt --input h.csv --column 2 --csv-delimiter ';' --csv-header yes -k 1
  out_is 'query	rank	word	cosine
king	1	queen	0.9929278159412049'
  run wordvec similarity v.txt --input h.csv --column word,nothing --csv-delimiter ';'
  refused "no column 'nothing'; there are id, word"
fi

if situation analogies 'analogies without a section are one named after the file'; then
  four_words
  printf '\xef\xbb\xbfking\tqueen\tman\twoman\r\n' >msr.txt
  run wordvec evaluate v.txt --analogies msr.txt --format csv
  rc_is 0
  out_has 'msr,'
fi

if situation F15 'an empty name is no file'; then
  echo 'other file text' >other.txt
  four_words
  run wordvec tokenize ''
  rc_is 2
  refused 'empty file name'
  run wordvec vocab other.txt ''
  rc_is 2
  run wordvec info ''
  rc_is 2
  refused 'empty file name'
  run wordvec neighbors '' king
  rc_is 2
  run wordvec tokenize other.txt --stop-words ''
  rc_is 2
  refused --stop-words 'empty file name'
  run wordvec neighbors v.txt --input ''
  rc_is 2
  run wordvec tokenize - --stop-words - </dev/null
  rc_is 2
  refused 'standard input (-) was given twice'
fi

if situation F18 'symbolic links to folders and files'; then
  mkdir -p real/deep other
  echo one >real/a.txt
  echo two >real/deep/b.txt
  echo three >other/c.txt
  ln -s real link
  ln -s ../other real/linked
  ln -s .. real/deep/circle
  run wordvec tokenize link
  out_is 'one
two
three'
  run wordvec tokenize 'link/*.txt'
  out_is one
  ln -s nowhere dangling
  run wordvec tokenize dangling
  refused 'dangling: a symbolic link to nowhere, which is not there'
  ln -s /not/there real/z.txt
  run wordvec tokenize real
  refused 'real/z.txt: a symbolic link to /not/there, which is not there'
fi

if situation Q6 'hidden files, backups and patterns'; then
  mkdir -p t/.git t/sub/deep t/.ipynb_checkpoints
  for name in .git/x .hidden .ipynb_checkpoints/y a.txt~ '#b#' .DS_Store Thumbs.db; do
    printf 'no\0\n' >"t/$name"
  done
  echo one >t/a.txt
  echo two >t/sub/b.txt
  echo three >t/sub/deep/c.txt
  run wordvec tokenize t
  out_is 'one
two
three'
  run wordvec tokenize 't/**/*.txt'
  out_is 'one
two
three'
  run wordvec tokenize 't/**'
  out_is 'one
two
three'
  run wordvec tokenize '**/c.txt'
  out_is three
  run wordvec tokenize 't/**/deep/*'
  out_is three
  run wordvec tokenize 't/*'
  out_is one
  run wordvec tokenize 't/*.md'
  refused 't/*.md: no file matches'
  mkdir none
  run wordvec tokenize none
  refused 'none: the folder holds no files'
fi

if situation Q5 'archives and strange compressions by name'; then
  echo 'some text' >a.txt
  tar cf a.tar a.txt
  tar czf a.tar.gz a.txt
  for file in a.tar a.tar.gz; do
    run wordvec tokenize $file
    rc_is 1
    refused "$file: a tar archive"
  done
  run bash -c 'tar -xOf a.tar.gz | wordvec tokenize -'
  out_is 'some text'
  gzip -c a.txt >a.gz
  gzip -c a.gz >a.gz.gz
  run wordvec tokenize a.gz.gz
  out_is 'some text'
  printf '\x04\x22\x4d\x18xxxxxxxx' >a.lz4
  run wordvec tokenize a.lz4
  refused 'a.lz4: lz4'
  xz --format=lzma -c a.txt >a.lzma
  run wordvec tokenize a.lzma
  refused 'a.lzma: lzma'
fi

if situation Q5-members 'gzip of several members of which one is damaged'; then
  python3 - <<'P'
import gzip
a = gzip.compress(b'alpha beta\n' * 1000)
c = bytearray(a + gzip.compress(b'delta epsilon\n' * 100000))
c[len(a)] ^= 1
open('c.txt.gz', 'wb').write(c)
P
  run wordvec vocab c.txt.gz --min-count 1 -o v -q
  rc_is 1
  refused c.txt.gz
fi

if situation Q8 'JSON: fields, arrays, surrogates and what is none'; then
  printf '{"a":[{"text":"one"},{"text":"two"}],"user.name":"three","x":NaN}\n' >a.json
  run wordvec tokenize a.json --json-field a.text
  out_is 'one
two'
  run wordvec tokenize a.json --json-field user.name
  out_is three
  run wordvec tokenize a.json --json-field nope
  rc_is 1
  refused "a.json: no line has text in the field 'nope'; the first line has a, user.name, x"
  run wordvec vocab a.json --json-field nope -o v
  rc_is 1
  err_has "no line has text in the field 'nope'"
  printf '{\n  "text": "one"\n}\n' >pretty.json
  run wordvec tokenize pretty.json --json-field text
  refused 'pretty.json: byte 0' 'does not end in its line' jq
  err_lacks Source
  printf '{"text":"cut \\ud83d end"}\n' >half.json
  run wordvec tokenize half.json --json-field text
  refused 'half.json' '\ud83d'
  run wordvec tokenize half.json --json-field text --encoding-errors replace
  out_is 'cut � end'
  run wordvec tokenize half.json --json-field text --encoding-errors skip
  out_is 'cut end'
  printf "{'text': 'x'}\n" >python.json
  run wordvec tokenize python.json --json-field text
  refused 'python.json: byte 1: not JSON'
  err_lacks Feature
fi

if situation Q21 'WARC is no text'; then
  printf 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n' | gzip >a.wet.gz
  run wordvec tokenize a.wet.gz
  rc_is 1
  refused 'a.wet.gz: WARC'
fi

if situation N7 'words of a map from a table'; then
  four_words
  printf 'id,word\n1,berlin\n2,king\n3,queen\n4,man\n5,woman\n' >w.csv
  run wordvec map v.txt --words w.csv -o m.csv --method pca
  rc_is 1
  refused 'w.csv: none of its 6 words is in the model: '
  run wordvec map v.txt --words w.csv --words-column word -o m.csv --method pca
  rc_is 0
  run bash -c 'cut -d , -f 1 m.csv'
  out_is 'word
king
queen
man
woman'
fi
