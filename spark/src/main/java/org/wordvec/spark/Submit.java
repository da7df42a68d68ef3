package org.wordvec.spark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the program's commands for {@code spark-submit}, on the cluster that it was given unless a
 * command names another engine.
 */
public final class Submit {
  private static final String PROGRAM = "org.wordvec.cli.Main";
  private static final String ENGINE = "--engine";

  private Submit() {}

  /** Runs a command; the process ends with its exit code. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Method main = Class.forName(PROGRAM).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) withEngine(arguments).toArray(String[]::new));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  static List<String> withEngine(String[] arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    boolean named =
        all.stream().anyMatch(word -> word.equals(ENGINE) || word.startsWith(ENGINE + "="));
    if (!named && !all.isEmpty()) {
      all.addAll(List.of(ENGINE, "spark"));
    }
    return all;
  }
}
