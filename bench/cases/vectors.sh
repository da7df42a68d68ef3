# Vectors, their files and what is computed from them. Called by bench/cases.sh.

if situation F10 'a pair and its mirror image are ties for Spearman'; then
  printf '4 2\na 3 2\nb 5 2\nc 1 0\nd 0 1\n' >as.txt
  printf 'a b 1\nb a 2\nc d 0\na c 3\n' >as.p
  run wordvec evaluate as.txt --pairs as.p --format csv
  rc_is 0
  out_has as.p,0.31622776601683794,0.685699942761378
  out_has ,4,0,0
fi

if situation F10-symmetric 'a cosine is the same double by every way to it'; then
  printf '4 2\na 3 2\nb 5 2\nc 1 0\nd 0 1\n' >as.txt
  run wordvec similarity as.txt a b --format csv
  out_is 'a,b,cosine
a,b,0.9785497849867489'
  run wordvec similarity as.txt b a --format csv
  out_is 'a,b,cosine
b,a,0.9785497849867489'
  run bash -c 'printf "a b\nb a\na a\n" | wordvec similarity as.txt --input - --format csv'
  out_is 'a,b,cosine
a,b,0.9785497849867489
b,a,0.9785497849867489
a,a,1.0'
  run wordvec rank as.txt b a --format csv
  out_has b,1,a,0.9785497849867489
  run wordvec neighbors as.txt a -k 1 --format csv
  out_has a,1,b,0.9785497849867489
  run bash -c 'printf "b\na\n" | wordvec neighbors as.txt --input - -k 1 --format csv'
  out_is 'query,rank,word,cosine
b,1,a,0.9785497849867489
a,1,b,0.9785497849867489'
fi

if situation F10-constant 'a constant column has no correlation, whatever its value'; then
  printf '4 2\na 3 2\nb 5 2\nc 1 0\nd 0 1\n' >as.txt
  for value in 0.1 8.3 0 1e30; do
    printf "a b $value\na c $value\nb c $value\n" >co.p
    run wordvec evaluate as.txt --pairs co.p --format csv
    rc_is 0
    out_is 'pairs,spearman,pearson,used,composed,skipped
co.p,,,3,0,0'
    err_is 'wordvec: co.p: no correlation: all scores, or all cosines, are equal'
  done
fi

if situation Q5 'a word that stands twice is not its own neighbour'; then
  printf '3 2\na 1 0\na 0.6 0.8\nb 0 1\n' >dup.txt
  run wordvec neighbors dup.txt a --format csv
  rc_is 0
  out_is 'query,rank,word,cosine
a,1,b,0.0'
  run bash -c 'printf "a\n" | wordvec neighbors dup.txt --input - --format csv'
  out_is 'query,rank,word,cosine
a,1,b,0.0'
  for method in 3cosadd 3cosmul; do
    run wordvec analogy dup.txt 'a - b + a' --method $method --format csv
    rc_is 1
    err_has 'wordvec: no result for "a - b + a": all words are excluded'
  done
fi

if situation Q14 'a vector of zeros is near no word'; then
  printf '4 2\na 1 0\nzero 0 0\nb 0 1\nc -1 0\n' >z.txt
  zero='wordvec: z.txt: the vector of "zero" is zero, so it has no nearest neighbours'
  for command in 'neighbors z.txt zero' 'similarity z.txt a zero' 'rank z.txt a b zero' \
    'rank z.txt zero a' 'odd-one-out z.txt a b zero' 'analogy z.txt a b zero'; do
    run wordvec $command
    rc_is 1
    out_is ''
    err_is "$zero"
  done
  run wordvec senses z.txt zero
  refused 'z.txt: the vector is zero'
  run wordvec analogy z.txt 'a - a'
  rc_is 1
  err_is 'wordvec: z.txt: the sum is zero, so it has no nearest neighbours'
  run wordvec neighbors z.txt a --format csv
  rc_is 0
  out_is 'query,rank,word,cosine
a,1,b,0.0
a,2,c,-1.0'
fi

if situation Q14-batch 'a vector of zeros in a batch is an unknown word in all but name'; then
  printf '3 2\na 1 0\nzero 0 0\nb 0 1\n' >z.txt
  printf 'a\nzero\n' >in
  run wordvec neighbors z.txt --input in --format csv
  refused 'in, line 2: the vector of "zero" is zero'
  rc_is 1
  run wordvec neighbors z.txt --input in --format csv --unknown empty
  rc_is 0
  out_is 'query,rank,word,cosine
a,1,b,0.0
zero,,,'
  err_is 'wordvec: 1 query without a result: zero vector'
  run wordvec neighbors z.txt --input in --format csv --unknown skip
  out_is 'query,rank,word,cosine
a,1,b,0.0'
  err_is 'wordvec: 1 query skipped: zero vector'
  run bash -c 'printf "1 0\n0 0\n" | wordvec neighbors z.txt --input - --vectors --unknown skip --format csv'
  out_has ',1,a,1.0'
  err_is 'wordvec: 1 query skipped: zero vector'
  run bash -c 'printf "a - a\n" | wordvec analogy z.txt --input - --format csv'
  refused 'the sum is zero'
fi

if situation Q14-compare 'words without a direction are neither compared nor drawn'; then
  printf '4 2\na 1 0\nzero 0 0\nb 0 1\nc 1 1\n' >z.txt
  run wordvec compare z.txt z.txt --format csv
  rc_is 0
  out_lacks zero
  err_has 'skipped 1 common word with a zero vector'
  printf 'a b 1\na c 2\nzero b 3\n' >p
  run wordvec evaluate z.txt --pairs p --format csv
  out_has p,1.0,1.0,2,0,1
  err_is 'wordvec: p: skipped 1 pair with a zero vector'
  (
    echo '10 2'
    for i in 1 2 3 4 5 6 7 8 9; do echo "w$i $i $((i * i))"; done
    echo 'zero 0 0'
  ) >m.txt
  run wordvec map m.txt -o m.csv
  rc_is 0
  err_is 'wordvec: skipped 1 word with a zero vector'
  holds 'the map has the others' grep -q w9 m.csv
  holds 'zero is not on the map' bash -c '! grep -q zero m.csv'
fi

if situation nothing-left 'filters that leave nothing, or change nothing, are said'; then
  printf '3 2\na 1 0\nb 0 1\nc 1 1\n' >v.txt
  printf 'x\ny\n' >none
  printf 'a 3\nb 2\n' >counts
  run wordvec neighbors v.txt a --match '^q'
  rc_is 1
  out_is ''
  err_is "wordvec: none of the model's 3 words passes the filters: --match ^q"
  run wordvec analogy v.txt 'a + b' --min-count 9 --vocabulary counts
  refused "none of the model's 3 words passes the filters" '--min-count 9 by counts'
  run wordvec neighbors v.txt a --exclude a,b,c
  refused "none of the model's 3 words passes the filters: --exclude"
  run bash -c 'printf "a\n" | wordvec neighbors v.txt --input - --match q'
  refused "none of the model's 3 words passes the filters" '--match q'
  run wordvec neighbors v.txt a --top 1
  rc_is 1
  err_is 'wordvec: no result for "a": all words are excluded'
  run bash -c 'printf "a\nb\n" | wordvec neighbors v.txt --input - --top 1 --format csv'
  rc_is 0
  out_is 'query,rank,word,cosine
b,1,a,0.0'
  err_is 'wordvec: 1 query without a result: all words are excluded'
  run wordvec neighbors v.txt a -k 1 --exclude q,b --format csv
  rc_is 0
  out_has a,1,c,0.7071
  err_is 'wordvec: --exclude: no word of the model is q'
  run wordvec neighbors v.txt a -k 1 --exclude-from none --format csv
  rc_is 0
  err_is 'wordvec: --exclude-from: no word of the model is in none'
  printf '1 2\na 1 0\n' >one.txt
  run wordvec neighbors one.txt a
  refused 'no result for "a"'
fi

if situation nothing-used 'an evaluation that could use nothing fails with a line'; then
  printf '3 2\na 1 0\nb 0 1\nc 1 1\n' >v.txt
  printf 'x y 1\ny z 2\n' >p
  run wordvec evaluate v.txt --pairs p --format csv
  rc_is 1
  out_has p,,,0,0,2
  err_has 'p: the model has both words of none of its pairs; the first pair is "x" and "y"'
  printf ': s\na b x y\n' >q
  run wordvec evaluate v.txt --analogies q --format csv
  rc_is 1
  err_has "wordvec: q: none of its 1 question has all four words among the model's 3 words"
  printf ': s\na b c c\n' >q
  run wordvec evaluate v.txt --analogies q --restrict-vocab 2 --format csv
  err_has "none of its 1 question has all four words among the model's most frequent 2 words"
  printf 'a b 1\n' >p
  run wordvec evaluate v.txt --pairs p --format csv
  rc_is 0
  err_is 'wordvec: p: one pair has no correlation'
  printf 'x\n' >words
  run wordvec map v.txt -o m.csv --words words
  refused "words: none of its 1 word is in the model: x"
  run wordvec senses v.txt a
  refused 'v.txt: the nearest neighbours of "a" form no group'
fi
