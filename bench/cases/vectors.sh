# Vectors, their files and what is computed from them. Called by bench/cases.sh.

if situation F10 'a pair and its mirror image are ties for Spearman'; then
  printf '4 2\na 3 2\nb 5 2\nc 1 0\nd 0 1\n' >as.txt
  printf 'a b 1\nb a 2\nc d 0\na c 3\n' >as.p
  run wordvec evaluate as.txt --pairs as.p --format csv
  rc_is 0
  out_has 0.3162
fi
