package org.wordvec.spark.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/** Creates partitions that prefer the executors which had them before, while those live. */
public final class PinnedPartitions {
  private PinnedPartitions() {}

  /** Returns one partition for each part. */
  static JavaRDD<RoundSpec.Assignment> of(
      JavaSparkContext context, List<RoundSpec.Assignment> parts) {
    List<Tuple2<RoundSpec.Assignment, Seq<String>>> located = new ArrayList<>();
    for (RoundSpec.Assignment part : parts) {
      List<String> locations = Optional.ofNullable(part.location()).stream().toList();
      located.add(new Tuple2<>(part, CollectionConverters.asScala(locations).toSeq()));
    }
    ClassTag<RoundSpec.Assignment> tag = ClassTag.apply(RoundSpec.Assignment.class);
    return context.sc().makeRDD(CollectionConverters.asScala(located).toSeq(), tag).toJavaRDD();
  }
}
