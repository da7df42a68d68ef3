package org.wordvec.corpora.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikiTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'''Bold''' and ''italic'' text~Bold and italic text",
        "a {{t|x={{u}}|y}} b~a  b",
        "[[King]]s of [[France|the French]]~Kings of the French",
        "x<ref name=a>no</ref>y<ref name=\"b\" />z~xyz",
        "a<!-- no -->b<br />c<span class=x>d</span>~ab cd",
        "== Heading ==\\n* item\\n# one\\n: two~Heading\\nitem\\none\\ntwo",
        "软件（{{lang|en|software}}）是~软件是",
        "__NOTOC__text __init__~text __init__",
        "__БЕЗ_ОГЛАВЛЕНИЯ__текст~текст",
        "__目次強制__本文~本文",
        "<math>x^2 < 3</math>so~so",
        "; term : definition~term \\n definition",
        "----\\na -- b~\\na -- b",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void leavesWhatAReaderSees(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "unclosed {{ template~unclosed {{ template",
        "unclosed [[link~unclosed [[link",
        "stray }} and ]] stay~stray }} and ]] stay",
        "A {{ b. First {{cite|t=Foo}} second.~A {{ b. First  second.",
        "{{Infobox|a={{lang|fr|x}} text {{t}} end~{{Infobox|a= text  end",
        "{{Infobox|a=1} text {{t}} end~{{Infobox|a=1} text  end",
        "{{{{a}}}} b~{} b",
        "{{{{{a}}}}} b~b",
        "{{a}}} b~} b",
        "{{{a}} b~{ b",
        "{{a|[[b}} c]] d}} e~e",
        "[[a|{{b]] c}} d]] e~d e",
        "b {{{param|default}}} c~b default c",
        "b {{{1}}} c~b  c",
        "b {{{1|}}} c~b  c",
        "b {{{a|{{{b|[[c]]}}}}}} d~b c d",
        "x <!-- {{ --> y {{t}} z~x  y  z",
        "{{t|<nowiki>}}</nowiki>}} x~x",
        "{{t|<!-- }} -->}} x~x",
        "{x} [y] {[z]}~{x} [y] {[z]}",
        "[[a\\nb]] [[c]]~[[a\\nb]] c",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void matchesBracketsFromTheInnermost(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a\\n{| class=x\\n|+ caption\\n| c {{t}}\\n|} b~a\\n b",
        "First {| open.\\n{| class=x\\n| cell\\n|}\\nend~First {| open.\\n\\nend",
        ":{|\\n| cell\\n|}\\nend~\\nend",
        "  {|\\n|-\\n! head\\n| cell\\n{| style=\"a\"\\n| inner\\n|}\\nmore\\n  |}\\nend~\\nend",
        "{|\\n| cell\\nUnclosed text.\\n|-\\nend~Unclosed text.\\nend",
        "{{t|\\n{|\\n| x\\n|}\\n}}end~end",
        "{|\\n| [[a|b]] || {{c}}\\n|}\\n|} stray~\\n|} stray",
        "a <table class=x><tr><td>b<table><tr></table></td></tr></table> c~a   c",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void dropsTables(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[[File:A.jpg|thumb|A [[king]] sits, [http://x.y see]]]text~text",
        "[[ file : A.jpg ]]text~text",
        "[[Image:A.jpg|{{t|[[x]]}}|A [[File:B.png]] c]]text~text",
        "[[分类:国王]]国王~国王",
        "[[Plik:a.png|mały|Podpis]]Tekst[[Kategoria:X]]~Tekst",
        "[[ملف:a.png|تصغير]]نص~نص",
        "[[de:König]]king~king",
        "[[zh-min-nan:Ông]][[be-x-old:Кароль]][[simple:King]]~``",
        "[[:de:König|in German]] [[:de:König]]~in German de:König",
        "[[wikt:word]] [[re:publica]] [[wikt:word|word]]~wikt:word re:publica word",
        "[[s:Faust]] [[2001: A Space Odyssey]]~s:Faust 2001: A Space Odyssey",
        "[[:Category:Kings]] [[:File:A.jpg|a]]~Category:Kings a",
        "[[a|b|c]] [[a|]] [[#part|p]]~b|c a p",
        "[[a|'''b''' {{t}}[[c]]]]~b c",
        "[[a|b [[c|d]] e]]~b d e",
        "[[http://x.org y]]~y",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void showsLinksByTheirEvidence(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Write <nowiki><!--</nowiki> to open. Stays.~Write <!-- to open. Stays.",
        "Tag <nowiki><ref></nowiki> opens.<ref>note</ref> Stays.~Tag <ref> opens. Stays.",
        "<nowiki>{{t}} [[a|b]] ''c'' <b>d</b> &amp; {|</nowiki>~{{t}} [[a|b]] ''c'' <b>d</b> & {|",
        "<nowiki>* a\\n"
            + "== b ==\\n"
            + "http://x.y -{zh:c}- __TOC__</nowiki>~* a\\n"
            + "== b ==\\n"
            + "http://x.y -{zh:c}- __TOC__",
        "a<nowiki />b ''<nowiki/>' <NOWIKI>[[x]]</NOWIKI >~ab ' [[x]]",
        "<nowiki>open {{t}}~open ",
        "<pre><nowiki>a '''b''' [[c]]</nowiki></pre>~a '''b''' [[c]]",
        "<pre>x<NOWIKI>a</nowiki>y<nowiki>b</nowiki>z</pre>~xaybz",
        "<pre>a <nowiki> b</pre>~a <nowiki> b",
        "<nowiki><nowiki></nowiki>~<nowiki>",
        "<pre class=\"a>b\">{{t}} ''x''\\n* y</pre>z~{{t}} ''x''\\n* yz",
        "a <ref name=\"a>b\">note</ref>b <ref name=\"a>b\" />c <ref name=a/b>d</ref>e~a b c e",
        "a <ref name=\"x>note</ref>b \"quoted\" > c~a b \"quoted\" > c",
        "a <ref>b <references><ref>x</ref></references> c~a  c",
        "a<references/>b<references group=n>{{t}}</references >c~abc",
        "<syntaxhighlight lang=c>if (a<b) {{</syntaxhighlight>x~x",
        "<gallery>\\nA.jpg|b\\n</gallery>x<GALLERY mode=packed>y</GALLERY>~x",
        "a<includeonly>b</includeonly><noinclude>c</noinclude><onlyinclude>d</onlyinclude>~acd",
        "a<includeonly>b~a",
        "<span style=\"a>b\">x</span>~x",
        "<span title='a>b' class=y>x</span><span class=\"z>y</span>~xy",
        "1 < 2 <foo> a<b <3 </bar>~1 < 2 <foo> a<b <3 </bar>",
        "a<!-- b --> c <!-- d~a c ",
        "x<!-->y-->z~xz",
        "a<div>b</div>c<p>d~a b c d",
        "x<sup>2</sup>y~x2y",
        "a<!-- <nowiki> -->b</nowiki>c~abc",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void knowsElementsAndWhatTheyProtect(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "-{zh-hans:软件;zh-hant:軟體}-和-{数据}-~软件和数据",
        "-{H|zh-cn:巴拉克;zh-tw:歐巴}-正文~正文",
        "a-{T|zh-cn:奥;zh-tw:歐}-b-{-|zh-cn:x}-c-{N|zh-hk}-d~abcd",
        "-{H;A|zh-cn:x}-a-{T;H|zh-cn:x}-b-{ A ; D |zh-cn:x;zh-tw:y}-~abx",
        "-{R|原文}- -{R|zh-cn:a}- -{A|zh-cn:奥;zh-tw:歐}- -{D|zh-cn:奥}-~原文 zh-cn:a 奥 奥",
        "-{zh-hant|皇后}- -{zh;zh-hans;zh-hant|全部}- -{zh-hans|a;b:c}-~皇后 全部 a;b:c",
        "-{zh-cn:比分3:1;zh-tw:比數3:1}-~比分3:1",
        "-{zh-cn:a&nbsp;b;zh-tw:c}-~a b",
        "-{zh-cn:<span style=\"color:red;\">红</span>;zh-tw:x}-~红",
        "-{ zh-hans : 软件 ; zh-hant : 軟體 ; }-~软件 ",
        "-{zh-cn:[[a|b;c]];zh-tw:d}-~b;c",
        "-{zh-cn:甲-{zh-hans:乙;zh-hant:丙}-丁;zh-tw:戊}-~甲乙丁",
        "-{巨集=>zh-cn:宏;巨集=>zh-tw:巨集}-~宏",
        "-{}-a-{ }-b-{|c}-~a bc",
        "-{x:y;z}-~x:y;z",
        "-{sr-ec:ћирилица;sr-el:latinica}- -{kk-cyrl:а;kk-latn:b}-~ћирилица а",
        "-{{{lang|en|x}}}-a -{{t}}-~a --",
        "{{t|a -{ b}} c -{ d~c -{ d",
        "[[-{zh-hans:甲;zh-hant:乙}-|-{zh-hans:丙;zh-hant:丁}-]]~丙",
        "[[File:a.jpg|-{zh-hans:丙;zh-hant:丁}-]]x~x",
        "<nowiki>-{zh-cn:a}-</nowiki>~-{zh-cn:a}-",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void showsTheFirstVariant(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "see [http://x.org a site] or [http://x.org] now~see a site or  now",
        "Site: http://x.y/z<br />Phone.~Site:  Phone.",
        "官网http://e.com/，内容很多。后面~官网，内容很多。后面",
        "(http://x.y/a_(b)) and HTTPS://x.y/z?a=b&amp;c. End~( and . End",
        "[mailto:a@b.c write me] [//host/x text] [//host] [ftp://x y]~write me text  y",
        "[/ˈlʌndən/ listen] [a] [1] [see http://x.y there]~[/ˈlʌndən/ listen] [a] [1] [see  there]",
        "[http://x ''a'' [[b|c]] d] [http://x unclosed~a c d [ unclosed",
        "mailto:a@b.c, http://x.y''z'' news: tel:5~, z news: tel:5",
        "http:// https: a://b //c~http:// https: a://b //c",
        "\"http://x.y\" <b>http://x.y</b> 「http://x.y」~\"\"  「」",
        "[http://x.y a] b] [irc://h c [http://z d] e]~a b] c d e]",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void dropsAddresses(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "L''''homme'''~L'homme",
        "dell'''Eneide'' di '''Virgilio'''~dell'Eneide di Virgilio",
        "l'''amour''~l'amour",
        "'''''both''''' ''a '''b''' c''~both a b c",
        "''''''six~'six",
        "don't 'x' ''~don't 'x' ",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void keepsTheApostrophesOfWords(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "=== a ===~a",
        "= a~= a",
        "== a = b ==  ~a = b",
        "=== a ==~= a",
        "==~==",
        "a == b~a == b",
        "== a == <!-- x -->~a",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void knowsHeadings(String markup, String plain) {
    assertPlain(markup, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "A&nbsp;B &amp; C &#39;D&#x27; &unknown;~A B & C 'D' &unknown;",
        "Caf&eacute; M&uuml;ller &alpha; &rarr; &ldquo;q&rdquo;~Café Müller α → “q”",
        "&CounterClockwiseContourIntegral; &NotEqualTilde; &hArr; &zwnj;~∳ ≂̸ ⇔ \u200c",
        "&#233; &#XE9; &#150; &#x1F600; &#00065; &#10;~é é – 😀 A  ",
        "&#0; &#x110000; &#99999999999; &#xD800; &#; &#x; &; &amp~&#0; &#x110000; &#99999999999;"
            + " &#xD800; &#; &#x; &; &amp",
        "&lt;ref&gt; &amp;lt; &#91;&#91;a]] &#123;{t}}~<ref> &lt; [[a]] {{t}}",
        "AT&T R&D;~AT&T R&D;",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void decodesReferencesOnce(String markup, String plain) {
    assertPlain(markup, plain);
  }

  private static void assertPlain(String markup, String plain) {
    assertThat(WikiText.plain(markup.replace("\\n", "\n"), LinkPrefixes.KNOWN))
        .isEqualTo(plain.replace("\\n", "\n"));
  }
}
