# Text of Wikipedia: dumps, their markup, what WikiExtractor makes of them. Called by bench/cases.sh.

# Makes NAME.xml, a dump of one page, from the markup on standard input.
page() {
  python3 -c '
import sys
from xml.sax.saxutils import escape
sys.stdout.reconfigure(encoding="utf-8")
text = sys.stdin.buffer.read().decode("utf-8")
print("<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" xml:lang=\"en\">"
      "<page><title>T</title><ns>0</ns><id>1</id><revision><id>1</id><text xml:space=\"preserve\">"
      + escape(text) + "</text></revision></page></mediawiki>")' >"$1.xml"
}
# Checks the text of a page of which the markup is given.
shows() {
  printf '%b' "$1" | page w
  run wordvec tokenize w.xml --wikipedia
  rc_is 0
  out_is "$(printf '%b' "$2")"
}
# A page of a dump: old TITLE TEXT has none of the elements that came after 2009.
old() { printf '<page><title>%s</title><id>1</id><revision><id>1</id><text xml:space="preserve">%s</text></revision></page>' "$1" "$2"; }
new() { old "$1" "$2" | sed 's|<id>1</id><rev|<ns>0</ns><id>1</id><rev|'; }

if situation F5 'unmatched braces are text, balanced ones after them are templates'; then
  shows 'A {{ b. First {{cite web|title=Foo|date=2001}} second.\n\nPara {{Infobox\n| name = Bar\n}} end.' \
    'A {{ b. First second.\nPara end.'
fi
if situation F5-table 'a table begins a line'; then
  shows 'First {| open.\n{| class=x\n| cell\n|}\nend' 'First {| open.\nend'
fi
if situation F5-nested 'tables nest, after a colon too, with captions'; then
  shows 'a\n:{| class=x\n|+ caption\n|-\n! h\n| c\n{|\n| inner\n|}\ntext\n|}\nb' 'a\nb'
fi
if situation F5-open-table 'of a table that is never closed, the rows go and the text stays'; then
  shows 'a\n{| class=x\n|-\n| cell\nAll this text stays.\n\n== And this ==' 'a\nAll this text stays.\nAnd this'
fi
if situation F5-infobox 'one wrong brace does not spill the templates behind it'; then
  shows '{{Infobox|a={{lang|fr|x}}\nText {{cite|a}} here {{cite|b}}.' '{{Infobox|a=\nText here .'
fi
if situation F5-one-brace 'one brace where two were meant'; then
  shows '{{Infobox|a=1}\nText {{cite|a}} here.' '{{Infobox|a=1}\nText here.'
fi

if situation F6 'the dump tells which links are files and categories'; then
  printf '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="tr"><siteinfo><namespaces><namespace key="6" case="first-letter">Dosya</namespace><namespace key="14" case="first-letter">Kategori</namespace></namespaces></siteinfo><page><title>T</title><ns>0</ns><id>1</id><revision><id>1</id><text xml:space="preserve">[[Dosya:t.png|küçükresim|Resim yazısı]] Bu bir metin. [[Kategori:Türkiye]]</text></revision></page></mediawiki>\n' >w6.xml
  run wordvec tokenize w6.xml --wikipedia
  rc_is 0
  out_is 'Bu bir metin.'
fi
if situation F6-unknown 'namespaces that no list has'; then
  printf '<mediawiki><siteinfo><namespaces><namespace key="-2">Klingu</namespace><namespace key="6">Teywi</namespace><namespace key="14">Segh</namespace></namespaces></siteinfo>' >w.xml
  new T '[[teywi:a.png|thumb|no [[x]]]]tlhIngan[[Segh:Hol]] [[KLINGU:a.ogg]]Hol [[Kategori:x]]' >>w.xml
  printf '</mediawiki>' >>w.xml
  run wordvec tokenize w.xml --wikipedia
  out_is 'tlhIngan Hol'
fi
if situation F6-fallback 'a text without siteinfo, in many languages'; then
  shows '[[ملف:a|b]]نص[[تصنيف:ا]] [[پرونده:a|b]]x[[רже:a]] [[Plik:a|b]]tekst[[Kategoria:a]] [[Fil:a|b]]text[[Kategori:a]] [[ไฟล์:a|b]]y[[หมวดหมู่:a]] [[Tập tin:a|b]]z[[Thể loại:a]] [[चित्र:a|b]]u[[श्रेणी:a]] [[קובץ:a|b]]v[[קטגוריה:a]]' \
    'نص xרже:a tekst text y z u v'
fi
if situation F6-links 'only links to known languages are interlanguage links'; then
  shows 'The [[wikt:word]] of [[re:publica]], [[:de:Titel|x]] [[s:Faust|Faust]].\n\n[[de:Titel]]\n[[zh-min-nan:Titel]]\n[[be-x-old:Titel]]' \
    'The wikt:word of re:publica, x Faust.'
fi
if situation F6-pipes 'a second pipe is text, links in captions go with the file'; then
  shows '[[a|b|c]] d [[File:x.jpg|thumb|c [[e|f]] [http://x.y g]]] h' 'b|c d h'
fi

if situation F7 'flags and colons of Chinese variants'; then
  shows '-{H|zh-cn:巴拉克;zh-tw:歐巴}-正文 -{T|zh-cn:奥;zh-tw:歐}- -{R|原文}- -{zh-hant|皇后}- -{zh;zh-hans;zh-hant|全部}- -{zh-cn:比分3:1;zh-tw:比數3:1}- -{zh-cn:a&nbsp;b;zh-tw:c}-' \
    '正文 原文 皇后 全部 比分3:1 a b'
fi
if situation F7-flags 'more flags, together and alone'; then
  shows '-{A|zh-cn:甲;zh-tw:乙}- -{D|zh-cn:丙;zh-tw:丁}- -{A;H|zh-cn:戊}- -{-|zh-cn:己}- -{N|zh-hk}- -{ H ; T |zh-cn:庚}-辛' '甲 丙 辛'
fi
if situation F7-nested 'styles, links and variants within variants'; then
  shows '-{zh-cn:<span style="color:red;">红</span>;zh-tw:紅}- -{zh-hans:[[a|b;c]]-{zh-cn:甲;zh-tw:乙}-;zh-hant:丙}- -{}- -{数据}- -{zh-hans:软件;zh-hant:軟體;}-' \
    '红 b;c甲 数据 软件'
fi
if situation F7-serbian 'the variants of other languages'; then
  shows '-{sr-ec:ћирилица; sr-el:latinica}- -{kk-cyrl:а;kk-latn:b}- Cl-{2} x -{ y' 'ћирилица а Cl-{2} x -{ y'
fi

if situation F8 'nowiki protects a comment mark'; then
  shows 'Write <nowiki><!--</nowiki> to open a comment. This stays.\n\nSecond paragraph.' \
    'Write <!-- to open a comment. This stays.\nSecond paragraph.'
fi
if situation F8-ref 'nowiki protects a tag'; then
  shows 'The tag <nowiki><ref></nowiki> opens a note.<ref>note</ref> This stays.' \
    'The tag <ref> opens a note. This stays.'
fi
if situation F8-more 'nowiki protects all other markup'; then
  shows 'a <nowiki><math></nowiki> b <nowiki>{{</nowiki> c {{t}} <nowiki>\n{|</nowiki>\nd <nowiki>[[x|y]] http://a.b -{zh:c}- '"''"'e'"''"' &amp;</nowiki> f<nowiki/>g' \
    'a <math> b {{ c\n{|\nd [[x|y]] http://a.b -{zh:c}- '"''e''"' & fg'
fi
if situation F8-refs 'attributes may hold >, references may close themselves'; then
  shows 'a<ref name="x>y">n</ref> b<ref name="x>y" /> c<ref name=z/> <div style="a>b">d</div> <pre>{{e}}</pre> <includeonly>no</includeonly><onlyinclude>f</onlyinclude>' \
    'a b c d {{e}} f'
fi

if situation F9 'names of characters'; then
  printf 'Caf&eacute; M&uuml;ller &alpha; &rarr; &ldquo;q&rdquo;' | page w9
  run wordvec tokenize w9.xml --wikipedia --tokenizer words
  rc_is 0
  out_is 'Café Müller α q'
fi
if situation F9-more 'all names of HTML 5, numbers of any kind'; then
  shows '&NotEqualTilde; &hearts; &#233;&#XE9; &#150; &#x1F600; &#0; &#x110000; &nosuch; &amp;lt; AT&T' \
    '≂̸ ♥ éé – 😀 &#0; &#x110000; &nosuch; &lt; AT&T'
fi
if situation F9-extractor "WikiExtractor's escapes"; then
  printf '<doc id="1" url="u" title="t">\nAT&amp;T and R&amp;D with x &lt; y.\n</doc>\n' >we.txt
  run wordvec tokenize we.txt --wikipedia
  rc_is 0
  out_is 'AT&T and R&D with x < y.'
  run wordvec tokenize we.txt --wikipedia --tokenizer words
  out_is 'AT T and R D with x y'
fi
if situation F9-json "WikiExtractor's --json"; then
  printf '{"id": "1", "revid": "2", "url": "u", "title": "T", "text": "AT&amp;T\\nsecond"}\n' >we.json
  run wordvec tokenize we.json --wikipedia
  rc_is 0
  out_is "$(printf 'AT&T\nsecond')"
fi

if situation F10 'dumps before namespaces and redirects were told'; then
  {
    printf '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.3/" version="0.3">'
    old AaA '#REDIRECT [[AAA]]'
    old Template:Stub 'This template is about stubs'
    old Real 'An article.'
    printf '</mediawiki>\n'
  } >w10.xml
  run wordvec tokenize w10.xml --wikipedia
  rc_is 0
  out_is 'An article.'
fi
if situation F10-languages 'redirects and namespaces of other languages'; then
  {
    printf '<mediawiki version="0.3"><siteinfo><namespaces><namespace key="10">Šablonka</namespace></namespaces></siteinfo>'
    for word in redirect WEITERLEITUNG перенаправление 重定向 転送 넘겨주기 تحويل YÖNLENDİRME Redirection REDIRECCIÓN; do
      old R "#$word [[A]]"
    done
    old Šablonka:X 'no'
    old 'User talk:X' 'no'
    old '2001: A Film' 'A film.'
    old L '#[[One]] and two'
    printf '</mediawiki>\n'
  } >w.xml
  run wordvec tokenize w.xml --wikipedia
  rc_is 0
  out_is "$(printf 'A film.\nOne and two')"
fi
if situation F10-cut 'a dump that is cut names the page and what to do, which helps'; then
  {
    printf '<mediawiki version="0.3">'
    old A 'An article.'
    old 'B c' 'Another article' | sed 's|</text>.*||'
  } >w.xml
  run wordvec tokenize w.xml --wikipedia
  refused w.xml '"B c"' "echo '</text></revision></page></mediawiki>'"
  run bash -c "(cat w.xml; echo '</text></revision></page></mediawiki>') | wordvec tokenize - --wikipedia"
  rc_is 0
  out_is "$(printf 'An article.\nAnother article')"
fi

if situation F20 'defaults of parameters, ends of addresses'; then
  shows 'b {{{param|default}}} c {{{HighestPoint}}} d' 'b default c d'
  shows 'Site: http://x.y/z<br />Phone. 官网http://e.com/，内容很多。后面' 'Site: Phone. 官网，内容很多。后面'
fi
if situation F20-brackets 'links in single brackets'; then
  shows '[/ˈlʌndən/ listen] [mailto:a@b.c write me] [//host/a text] [http://x.y] "http://x.y" [a] end' \
    '[/ˈlʌndən/ listen] write me text "" [a] end'
fi

if situation F21 'time in proportion to the text'; then
  for shape in '[//x' ' ' '=' '[//x ' '[http://a ' '<ref> ' '( ' '{{' '[[a|' '-{zh:' "'"; do
    python3 -c 'import sys; print(sys.argv[1] * (2000000 // len(sys.argv[1])) + " end")' "$shape" | page w
    run timeout 60 wordvec tokenize w.xml --wikipedia --head 1
    rc_is 0
  done
fi
