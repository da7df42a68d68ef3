package org.wordvec.cli.help;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables that the program or its launcher looks at. */
final class Environment {
  /** What each is for. */
  static final Map<String, String> VARIABLES = variables();

  private Environment() {}

  private static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("JAVA_HOME", "The JDK of 25 or newer to run on; else one is looked for.");
    variables.put("WORDVEC_JAVA_OPTS", "Further options of the JVM, such as -Xmx8g.");
    variables.put(
        "WORDVEC_BUILD", "If never, the program runs as it is built, whatever its sources are.");
    variables.put("LC_ALL", "Help is Chinese if this, LC_MESSAGES or LANG names it.");
    variables.put("NO_COLOR", "If set and not empty, nothing is coloured.");
    variables.put("COLUMNS", "Width of the terminal; else the terminal is asked.");
    return Collections.unmodifiableMap(variables);
  }
}
