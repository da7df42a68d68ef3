package org.wordvec.spark.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/** Hands the driver's settings of Hadoop, such as the keys of a store, to executors. */
public final class HadoopSettings {
  private static final Map<Map<String, String>, Configuration> CREATED = new ConcurrentHashMap<>();

  private HadoopSettings() {}

  /** Returns the settings that differ from Hadoop's defaults. */
  public static Map<String, String> changed(Configuration configuration) {
    Configuration defaults = new Configuration();
    Map<String, String> changed = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : configuration) {
      if (!entry.getValue().equals(defaults.getRaw(entry.getKey()))) {
        changed.put(entry.getKey(), entry.getValue());
      }
    }
    return changed;
  }

  /** Returns a configuration with these changes; the same one for the same changes. */
  public static Configuration of(Map<String, String> changed) {
    return CREATED.computeIfAbsent(
        changed,
        settings -> {
          Configuration configuration = new Configuration();
          settings.forEach(configuration::set);
          return configuration;
        });
  }
}
