package org.wordvec.corpora.reading;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves names of encodings as browsers (WHATWG's Encoding Standard), iconv, Python and Windows
 * do, which is not always what Java does.
 *
 * <p>Java's cp949 is IBM's variant and has a won sign instead of the backslash; its Shift_JIS,
 * EUC-KR, Big5, GBK and EUC-JP lack characters that ordinary files of that name contain. A name
 * therefore means the larger encoding that reads all of these files. ASCII stays ASCII: UTF-8 that
 * is declared as ASCII would be misread silently by a larger encoding.
 */
public final class EncodingNames {
  /**
   * Windows code pages that have another name in Java, or whose number means IBM's variant there.
   */
  private static final Map<Integer, String> CODE_PAGES =
      Map.ofEntries(
          Map.entry(874, "x-windows-874"),
          Map.entry(932, "windows-31j"),
          Map.entry(936, "x-mswin-936"),
          Map.entry(949, "x-windows-949"),
          Map.entry(950, "x-windows-950"),
          Map.entry(1200, "UTF-16LE"),
          Map.entry(1201, "UTF-16BE"),
          Map.entry(1250, "windows-1250"),
          Map.entry(1251, "windows-1251"),
          Map.entry(1252, "windows-1252"),
          Map.entry(1253, "windows-1253"),
          Map.entry(1254, "windows-1254"),
          Map.entry(1255, "windows-1255"),
          Map.entry(1256, "windows-1256"),
          Map.entry(1257, "windows-1257"),
          Map.entry(1258, "windows-1258"),
          Map.entry(1361, "x-Johab"),
          Map.entry(10000, "x-MacRoman"),
          Map.entry(12000, "UTF-32LE"),
          Map.entry(12001, "UTF-32BE"),
          Map.entry(20127, "US-ASCII"),
          Map.entry(20866, "KOI8-R"),
          Map.entry(20932, "EUC-JP"),
          Map.entry(20936, "GB2312"),
          Map.entry(21866, "KOI8-U"),
          Map.entry(28591, "ISO-8859-1"),
          Map.entry(28592, "ISO-8859-2"),
          Map.entry(28593, "ISO-8859-3"),
          Map.entry(28594, "ISO-8859-4"),
          Map.entry(28595, "ISO-8859-5"),
          Map.entry(28596, "ISO-8859-6"),
          Map.entry(28597, "ISO-8859-7"),
          Map.entry(28598, "ISO-8859-8"),
          Map.entry(28599, "ISO-8859-9"),
          Map.entry(28603, "ISO-8859-13"),
          Map.entry(28605, "ISO-8859-15"),
          Map.entry(38598, "ISO-8859-8"),
          Map.entry(50222, "x-windows-50221"),
          Map.entry(50225, "ISO-2022-KR"),
          Map.entry(51932, "EUC-JP"),
          Map.entry(51936, "GB2312"),
          Map.entry(51949, "EUC-KR"),
          Map.entry(54936, "GB18030"),
          Map.entry(65001, "UTF-8"));

  /** Names that Java does not know or understands differently, reduced to letters and digits. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("uhc", "x-windows-949"),
          Map.entry("korean", "EUC-KR"),
          Map.entry("csksc56011987", "EUC-KR"),
          Map.entry("ksc56011989", "EUC-KR"),
          Map.entry("isoir149", "EUC-KR"),
          Map.entry("chinese", "GB2312"),
          Map.entry("csgb2312", "GB2312"),
          Map.entry("csiso58gb231280", "GB2312"),
          Map.entry("isoir58", "GB2312"),
          Map.entry("gb231280", "GB2312"),
          Map.entry("gb18030", "GB18030"),
          Map.entry("cngb", "GB2312"),
          Map.entry("xgbk", "GBK"),
          Map.entry("cnbig5", "Big5"),
          Map.entry("xxbig5", "Big5"),
          Map.entry("big5eten", "Big5"),
          Map.entry("bigfive", "Big5"),
          Map.entry("big5hkscs2004", "Big5"),
          Map.entry("big5tw", "Big5"),
          Map.entry("shiftjis", "Shift_JIS"),
          Map.entry("sjiswin", "Shift_JIS"),
          Map.entry("eucjpwin", "EUC-JP"),
          Map.entry("eucjpms", "EUC-JP"),
          Map.entry("ujis", "EUC-JP"),
          Map.entry("shiftjisx0213", "x-SJIS_0213"),
          Map.entry("sjisx0213", "x-SJIS_0213"),
          Map.entry("iso2022jpms", "ISO-2022-JP"),
          Map.entry("iso2022jp1", "ISO-2022-JP-2"),
          Map.entry("koi", "KOI8-R"),
          Map.entry("koi8ru", "KOI8-U"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("csmacintosh", "x-MacRoman"),
          Map.entry("xmacukrainian", "x-MacUkraine"),
          Map.entry("xmacce", "x-MacCentralEurope"),
          Map.entry("xmacicelandic", "x-MacIceland"),
          Map.entry("xmacromanian", "x-MacRomania"),
          Map.entry("tis6200", "TIS-620"),
          Map.entry("tis62025331", "TIS-620"),
          Map.entry("isoir166", "TIS-620"),
          Map.entry("msee", "windows-1250"),
          Map.entry("mscyrl", "windows-1251"),
          Map.entry("msansi", "windows-1252"),
          Map.entry("msgreek", "windows-1253"),
          Map.entry("msturk", "windows-1254"),
          Map.entry("mshebr", "windows-1255"),
          Map.entry("msarab", "windows-1256"),
          Map.entry("winbaltrim", "windows-1257"),
          Map.entry("latin7", "ISO-8859-13"),
          Map.entry("l7", "ISO-8859-13"),
          Map.entry("isoir179", "ISO-8859-13"),
          Map.entry("iso88596e", "ISO-8859-6"),
          Map.entry("iso88596i", "ISO-8859-6"),
          Map.entry("csiso88596e", "ISO-8859-6"),
          Map.entry("csiso88596i", "ISO-8859-6"),
          Map.entry("csiso88598e", "ISO-8859-8"),
          Map.entry("dos874", "x-windows-874"),
          Map.entry("logical", "ISO-8859-8"),
          Map.entry("visual", "ISO-8859-8"),
          Map.entry("iso88598i", "ISO-8859-8"),
          Map.entry("csiso88598i", "ISO-8859-8"),
          Map.entry("iso88598e", "ISO-8859-8"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf8sig", "UTF-8"),
          Map.entry("utf8bom", "UTF-8"),
          Map.entry("utf8mb4", "UTF-8"),
          Map.entry("utf8mb3", "UTF-8"),
          Map.entry("utf8mac", "UTF-8"),
          Map.entry("u8", "UTF-8"),
          Map.entry("unicode20utf8", "UTF-8"),
          Map.entry("xunicode20utf8", "UTF-8"),
          Map.entry("unicode", "UTF-16"),
          Map.entry("csunicode", "UTF-16"),
          Map.entry("unicodefeff", "UTF-16"),
          Map.entry("unicodebig", "UTF-16"),
          Map.entry("unicodelittle", "UTF-16"),
          Map.entry("unicodefffe", "UTF-16BE"),
          Map.entry("ucs2", "UTF-16"),
          Map.entry("iso10646ucs2", "UTF-16"),
          Map.entry("utf16", "UTF-16"),
          Map.entry("ucs2le", "UTF-16LE"),
          Map.entry("ucs2be", "UTF-16BE"),
          Map.entry("ucs4le", "UTF-32LE"),
          Map.entry("ucs4be", "UTF-32BE"),
          Map.entry("ucs4", "UTF-32"),
          Map.entry("iso10646ucs4", "UTF-32"));

  /** Encodings and the supersets that are used instead of them. */
  private static final Map<String, String> LARGER =
      Map.ofEntries(
          Map.entry("Shift_JIS", "windows-31j"),
          Map.entry("EUC-JP", "x-eucJP-Open"),
          Map.entry("ISO-2022-JP", "x-windows-iso2022jp"),
          Map.entry("EUC-KR", "x-windows-949"),
          Map.entry("Big5", "x-MS950-HKSCS"),
          Map.entry("Big5-HKSCS", "x-MS950-HKSCS"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("ISO-8859-1", "windows-1252"),
          Map.entry("ISO-8859-9", "windows-1254"),
          Map.entry("TIS-620", "x-windows-874"),
          Map.entry("x-iso-8859-11", "x-windows-874"),
          Map.entry("x-MacCyrillic", "x-MacUkraine"),
          Map.entry("x-UTF-16LE-BOM", "UTF-16"),
          Map.entry("X-UTF-32LE-BOM", "UTF-32"),
          Map.entry("X-UTF-32BE-BOM", "UTF-32"));

  /** Common names of encodings that have another name in Java. */
  private static final Map<String, String> COMMON =
      Map.of(
          "x-windows-949", "windows-949",
          "x-windows-950", "windows-950",
          "x-windows-874", "windows-874",
          "x-mswin-936", "windows-936",
          "x-MS950-HKSCS", "big5-hkscs",
          "x-eucJP-Open", "euc-jp",
          "x-windows-iso2022jp", "iso-2022-jp",
          "x-MacRoman", "macintosh",
          "x-Johab", "johab");

  private static final Pattern CODE_PAGE =
      Pattern.compile("(?:x-?)?(?:cp|ms|win|windows|mswin|windows-cp)?[-_]?([0-9]{3,5})");

  private EncodingNames() {}

  /** Returns the encoding of a name, ignoring case, or nothing if the name is unknown. */
  public static Optional<Charset> find(String name) {
    String given = name.strip().toLowerCase(Locale.ROOT);
    Matcher page = CODE_PAGE.matcher(given);
    String known = page.matches() ? CODE_PAGES.get(Integer.valueOf(page.group(1))) : null;
    if (known == null) {
      known = OTHERS.get(plain(given));
    }
    return known == null ? ofJava(given) : Optional.of(larger(Charset.forName(known)));
  }

  /** Returns the superset that is used instead of an encoding, or the encoding itself. */
  public static Charset larger(Charset charset) {
    String larger = LARGER.get(charset.name());
    return larger == null || !Charset.isSupported(larger) ? charset : Charset.forName(larger);
  }

  /** Returns the common name of an encoding, which {@link #find} resolves. */
  public static String of(Charset charset) {
    return COMMON.getOrDefault(charset.name(), charset.name().toLowerCase(Locale.ROOT));
  }

  private static Optional<Charset> ofJava(String name) {
    try {
      if (Charset.isSupported(name)) {
        return Optional.of(larger(Charset.forName(name)));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String plain = plain(name);
    for (Charset charset : Charset.availableCharsets().values()) {
      if (plain(charset.name()).equals(plain)
          || charset.aliases().stream().anyMatch(alias -> plain(alias).equals(plain))) {
        return Optional.of(larger(charset));
      }
    }
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
