package org.wordvec.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML page that stands alone: style and script are in it, and its content security policy lets
 * a browser load nothing and run nothing else, whatever its words hold.
 */
public final class Page {
  private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)\\}\\}");

  private Page() {}

  /**
   * Fills a template of this package: {@code {{title}}}, {@code {{style}}}, {@code {{script}}} and
   * the policy, and fields of the caller's own, which are markup and must be escaped by the caller.
   */
  static String filled(String template, String title, String style, Map<String, String> fields) {
    String script = template.contains("{{script}}") ? resource("map.js") : "";
    String policy =
        "default-src 'none'; style-src '%s'%s; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), script.isEmpty() ? "" : "; script-src '" + hash(script) + "'");
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("title", Markup.escaped(title));
    all.put("style", style);
    all.put("script", script);
    all.put("policy", policy);
    return FIELD
        .matcher(template)
        .replaceAll(
            match -> Matcher.quoteReplacement(Objects.requireNonNull(all.get(match.group(1)))));
  }

  /**
   * A page without a script.
   *
   * @param body markup
   */
  public static String of(String title, String body) {
    String style = resource("page.css") + LineChart.rules();
    return filled(resource("page.html"), title, style, Map.of("body", body));
  }

  /** What a browser compares an inline element with. */
  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
