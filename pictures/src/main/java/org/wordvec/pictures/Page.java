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
 * A self-contained HTML page: style and script are inline, and its content security policy forbids
 * a browser to load or run anything else.
 */
public final class Page {
  private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)\\}\\}");

  private Page() {}

  /**
   * Returns a filled template of this package: {@code {{title}}}, {@code {{style}}}, {@code
   * {{script}}}, the policy, and the caller's fields, which are markup and must be escaped by the
   * caller.
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
   * Returns a page without scripts.
   *
   * @param body content as HTML
   */
  public static String of(String title, String body) {
    String style = resource("page.css") + LineChart.rules();
    return filled(resource("page.html"), title, style, Map.of("body", body));
  }

  /** Returns the hash of an inline element for the content security policy. */
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
