package org.wordvec.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's settings as they are for the driver, such as the keys of a store, for executors. */
final class HadoopSettings {
  private static final Map<Map<String, String>, Configuration> MADE = new ConcurrentHashMap<>();

  private HadoopSettings() {}

  /** What differs from Hadoop's defaults. */
  static Map<String, String> changed(Configuration configuration) {
    Configuration defaults = new Configuration();
    Map<String, String> changed = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : configuration) {
      if (!entry.getValue().equals(defaults.getRaw(entry.getKey()))) {
        changed.put(entry.getKey(), entry.getValue());
      }
    }
    return changed;
  }

  /** The settings again. */
  static Configuration of(Map<String, String> changed) {
    return MADE.computeIfAbsent(
        changed,
        settings -> {
          Configuration configuration = new Configuration();
          settings.forEach(configuration::set);
          return configuration;
        });
  }
}
