package org.wordvec.cli.help;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables of the program and its launcher, for the manual. */
final class Environment {
  /** Names and descriptions. */
  static final Map<String, String> VARIABLES = variables();

  private Environment() {}

  private static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("JAVA_HOME", "JDK 25 or newer to run on; if unset, one is searched for.");
    variables.put("WORDVEC_JAVA_OPTS", "Additional JVM options, such as -Xmx8g.");
    variables.put(
        "WORDVEC_BUILD", "If set to never, the program is not rebuilt when its sources change.");
    variables.put("LC_ALL", "Help is in Chinese if this, LC_MESSAGES or LANG is a Chinese locale.");
    variables.put("NO_COLOR", "If set and not empty, output is not coloured.");
    variables.put("COLUMNS", "Width of the terminal; if unset, that of the actual terminal.");
    return Collections.unmodifiableMap(variables);
  }
}
