# Encodings, white space and Chinese. Called by bench/cases.sh.

# Writes text in an encoding: written ENCODING FILE TEXT [TIMES].
written() {
  python3 -c 'import sys; open(sys.argv[2],"wb").write((sys.argv[3]*int(sys.argv[4])).encode(sys.argv[1]))' \
    "$1" "$2" "$3" "${4:-1}"
}
simplified() {
  printf '%s\n' "$1" >s.txt
  run wordvec tokenize s.txt --simplified
  rc_is 0
  out_is "$2"
}
cut_as() {
  printf '%s\n' "$1" >t.txt
  run wordvec tokenize t.txt --tokenizer chinese
  rc_is 0
  out_is "$2"
}
decoded() {
  run wordvec tokenize "$1" --encoding "$2" --head 1
  rc_is 0
  out_is "$3"
}

if situation F4 'simplified characters for traditional ones, by the word'; then
  simplified '乾隆皇帝 慰藉 憑藉 瞭望塔 噁心 康乾盛世' '乾隆皇帝 慰藉 凭借 瞭望塔 恶心 康乾盛世'
fi
if situation F4-simplified 'text that is simplified stays'; then
  simplified '乾隆 慰藉 瞭望' '乾隆 慰藉 瞭望'
  simplified '清朝乾隆年间著名的皇后 司马迁著史记 宫商角徵羽' '清朝乾隆年间著名的皇后 司马迁著史记 宫商角徵羽'
fi
if situation F4-more 'names with 乾, variants, 著 and 着'; then
  simplified '乾清宮 乾陵 乾縣 乾元 乾嘉 乾卦 乾道 蘊藉 甦醒 麪 峯' '乾清宫 乾陵 乾县 乾元 乾嘉 乾卦 乾道 蕴藉 苏醒 面 峰'
  simplified '著名 執著 沿著 隨著 頭髮 發展 皇后 宮商角徵羽 夥伴 乾麵' '著名 执着 沿着 随着 头发 发展 皇后 宫商角徵羽 伙伴 干面'
  simplified '方程式 俱樂部 與生俱來 於倫敦 「大砲」' '方程式 俱乐部 与生俱来 于伦敦 「大炮」'
fi

if situation C2 'traditional text is cut into words and keeps its script'; then
  cut_as 機器學習改變了臺灣的半導體產業 '機器學習 改變 了 臺灣 的 半導體 產業'
  cut_as 習近平和拜登在舊金山 '習近平 和 拜登 在 舊金山'
fi
if situation Q18 'letters and digits stay together in Chinese text'; then
  cut_as '用AK47和N95口罩，iPhone12与v2.0，喝H2O过1st和COVID-19' '用 AK47 和 N95 口罩 iPhone12 与 v2.0 喝 H2O 过 1st 和 COVID-19'
  cut_as '写信到bar@example.com或a@b，见https://example.com/a?b=1。后面' '写信 到 bar@example.com 或 a@b 见 https://example.com/a?b=1 后面'
fi
if situation Q17 'what is cut off the ends of words'; then
  cut_as '学C++和C#，唱R&B😀' '学 C++ 和 C# 唱 R&B 😀'
  printf 'C++, (C#) #tag 😀! ™ 20%%\n' >p.txt
  run wordvec tokenize p.txt --punctuation drop
  out_is 'C++ C# tag 😀 20'
fi

if situation F11 'skip leaves words out in every encoding'; then
  printf 'ok bad\xff word\n' >g.txt
  for encoding in utf-8 gbk shift_jis euc-kr big5 ascii; do
    run wordvec tokenize g.txt --encoding $encoding --encoding-errors skip
    out_is 'ok word'
    run wordvec tokenize g.txt --encoding $encoding --encoding-errors replace
    out_is 'ok bad� word'
  done
fi
if situation F11-formats 'replace and skip in CSV and JSON'; then
  printf 'id,text\n1,ok bad\xff word\n' >g.csv
  printf '{"text":"ok bad\xff word"}\n' >g.jsonl
  for encoding in utf-8 gbk; do
    run wordvec tokenize g.csv --csv-column text --encoding $encoding --encoding-errors skip
    out_is 'ok word'
    run wordvec tokenize g.jsonl --json-field text --encoding $encoding --encoding-errors skip
    out_is 'ok word'
    run wordvec tokenize g.jsonl --json-field text --encoding $encoding --encoding-errors replace
    out_is 'ok bad� word'
  done
fi

if situation F12 'code pages are those of Windows'; then
  printf 'C:\\dir \xc7\xd1\xb1\xdb\n' >won.txt
  for encoding in cp949 949 uhc ms949 euc-kr; do decoded won.txt $encoding 'C:\dir 한글'; done
  written cp949 uhc.txt $'똠방각하 펲시\n'
  for encoding in cp949 uhc ks_c_5601-1987; do decoded uhc.txt $encoding '똠방각하 펲시'; done
  printf 'C:\\~ \x87\x40\n' >yen.txt
  for encoding in cp932 932 sjis ms932; do decoded yen.txt $encoding 'C:\~ ①'; done
  printf 'C:\\ \xa3\xe1\n' >euro.txt
  for encoding in cp950 950 big5; do decoded euro.txt $encoding 'C:\ €'; done
  printf '\x80\xa1\n' >thai.txt
  for encoding in cp874 874 tis-620 iso-8859-11; do decoded thai.txt $encoding '€ก'; done
  written utf-8 u.txt $'é国\n'
  decoded u.txt cp65001 é国
fi
if situation F12-unknown 'an encoding that is none'; then
  echo a >a.txt
  run wordvec tokenize a.txt --encoding hz
  rc_is 2
  refused "'hz' is not a known encoding" iconv
fi

japanese='①と㈱髙島屋を見た。これは日本語の文章です。'
korean='똠방각하는 펲시를 마신다. 이것은 한국어 자막입니다.'
cantonese='嘅啲嗰係廣東話，國王同王后住喺香港。'
if situation F13 'names and auto mean what Windows writes'; then
  written cp932 j932.txt "$japanese"$'\n' 20
  for encoding in auto shift_jis sjis; do decoded j932.txt $encoding "$japanese"; done
  written cp949 ko949.txt "$korean"$'\n' 20
  for encoding in auto euc-kr cp949; do decoded ko949.txt $encoding "$korean"; done
  written big5hkscs hk.txt "$cantonese"$'\n' 20
  for encoding in auto big5 big5-hkscs; do decoded hk.txt $encoding "$cantonese"; done
  written gb18030 gb.txt $'国王和王后住在北京的故宫里㐀\n' 20
  for encoding in auto gb2312 gbk gb18030; do decoded gb.txt $encoding 国王和王后住在北京的故宫里㐀; done
  written cp1252 l1.txt $'“Très” – dû\n' 20
  for encoding in latin1 iso-8859-1 cp1252; do decoded l1.txt $encoding '“Très” – dû'; done
fi
if situation F13-line 'the line names the encoding, the place and what would go on'; then
  written euc-kr k9.txt $'이것은 한국어 자막입니다. 서울에 산다.\n' 9
  { printf 'ab\n'; cat k9.txt; printf '\xff\n'; } >k.txt
  size=$(($(wc -c <k.txt) - 2))
  run wordvec tokenize k.txt --encoding auto
  refused "k.txt: byte $size (line 11): not valid windows-949, the encoding that was found" --encoding-errors=replace
  run wordvec tokenize k.txt --encoding cp949
  refused "k.txt: byte $size (line 11): not valid windows-949; --encoding-errors=replace or skip"
fi
if situation F13-halves 'replace makes no characters of halves'; then
  printf '\xb9\xff\x41\xb9\xfa \x85\xb1\n' >h.txt
  decoded_replaced() {
    run wordvec tokenize h.txt --encoding "$1" --encoding-errors replace
    out_is "$2"
  }
  decoded_replaced gbk '�A国 叡'
  printf '\xc9\x30\xc7\xd1 \xc7\xd1\xff\xb1\xdb\n' >h.txt
  decoded_replaced euc-kr '�0한 한�글'
fi

if situation Q9 'a NUL byte is an error, or white space'; then
  printf 'ab\0c d\n' >nul.txt
  run wordvec tokenize nul.txt
  refused 'nul.txt: byte 2: a NUL byte' '--encoding-errors=replace or skip would take it for white space'
  for errors in replace skip; do
    run wordvec tokenize nul.txt --encoding-errors $errors
    out_is 'ab c d'
    run wordvec tokenize nul.txt --encoding-errors $errors --tokenizer words
    out_is 'ab c d'
    run wordvec tokenize nul.txt --encoding-errors $errors --ascii-whitespace
    out_is 'ab c d'
  done
  printf 'id,text\n1,"ab\0c"\n' >nul.csv
  run wordvec tokenize nul.csv --csv-column text
  refused 'nul.csv: byte 13 (line 2): a NUL byte'
  run wordvec tokenize nul.csv --csv-column text --encoding-errors replace
  out_is 'ab c'
fi

if situation Q10 'UTF-16 and UTF-32 without a mark'; then
  for order in le be; do
    written utf-16-$order u16.txt $'Plain text, a line\n'
    decoded u16.txt utf-16 'Plain text, a line'
    decoded u16.txt auto 'Plain text, a line'
    decoded u16.txt utf-16$order 'Plain text, a line'
    run wordvec tokenize u16.txt
    refused "it looks like utf-16$order" "--encoding auto or --encoding utf-16$order"
    written utf-16-$order zh16.txt $'国王和王后住在北京，研究生命。\n'
    decoded zh16.txt utf-16 国王和王后住在北京，研究生命。
    decoded zh16.txt auto 国王和王后住在北京，研究生命。
    written utf-32-$order u32.txt $'Plain 国王\n'
    decoded u32.txt utf-32 'Plain 国王'
    decoded u32.txt auto 'Plain 国王'
  done
fi
if situation Q10-marked 'a byte order mark counts for more than what is given'; then
  for encoding in utf-8-sig utf-16 utf-32; do
    written $encoding m.txt $'国王 a\n'
    for given in utf-8 gbk auto utf-16be; do decoded m.txt $given '国王 a'; done
  done
fi

if situation Q11 'auto knows ISO-2022-JP'; then
  written iso2022_jp jis.txt $'日本語の文章です。\n'
  decoded jis.txt auto 日本語の文章です。
  decoded jis.txt iso-2022-jp 日本語の文章です。
  printf '\x1b[31mred\x1b[0m text\n' >ansi.txt
  run wordvec tokenize ansi.txt --encoding auto
  rc_is 0
fi

if situation Q12 'a byte order mark in the middle is no letter'; then
  printf '\xef\xbb\xbfking\n' >a.txt
  printf '\xef\xbb\xbfqueen\n' >b.txt
  cat a.txt b.txt >ab.txt
  for tokenizer in whitespace words chinese characters; do
    run wordvec tokenize ab.txt --tokenizer $tokenizer
    out_is $'king\nqueen'
  done
  printf '\xef\xbb\xbfking' >a.txt
  cat a.txt b.txt >ab.txt
  for tokenizer in whitespace words chinese; do
    run wordvec tokenize ab.txt --tokenizer $tokenizer
    out_is 'king queen'
  done
fi

if situation Q20 'a carriage return alone ends a line'; then
  printf 'a b\rc d\r' >mac.txt
  for tokenizer in whitespace words; do
    run wordvec tokenize mac.txt --tokenizer $tokenizer
    out_is $'a b\nc d'
  done
  run wordvec tokenize mac.txt --ascii-whitespace
  out_is 'a b c d'
fi
if situation Q20-ascii '--ascii-whitespace is what C calls white space'; then
  printf 'a\x1cb\x1fc\x01d e\tf\vg\fh\n' >c.txt
  run wordvec tokenize c.txt --ascii-whitespace
  out_is $'a\x1cb\x1fc\x01d e f g h'
fi

if situation C5-stray 'UTF-8 with an error is UTF-8 with an error'; then
  written utf-8 de.txt $'Die Größe der Straße überrascht mich schön.\n' 200
  printf 'x \xe9 y\n' >>de.txt
  run wordvec tokenize de.txt --encoding auto
  refused 'de.txt: byte 9802: not valid UTF-8'
  printf 'x \xed\xa0\xbd\xed\xb8\x80 y\n' >cesu.txt
  run wordvec tokenize cesu.txt
  refused 'cesu.txt: byte 2: not valid UTF-8; --encoding-errors=replace'
fi

if situation C5 'text in another encoding gets the name of it'; then
  written gb18030 gb.txt $'国王和王后住在北京的故宫里，他们研究生命起源的问题。\n' 20
  run wordvec tokenize gb.txt
  refused 'gb.txt: byte 0: not valid UTF-8; it looks like gb18030' '--encoding auto or --encoding gb18030'
  err_lacks --encoding-errors
  written utf-8 most.txt $'国王和王后 café\n' 20
  { cat most.txt; printf '\xff\n'; } >one.txt
  run wordvec tokenize one.txt
  refused 'not valid UTF-8; --encoding-errors=replace or skip would go on'
fi
