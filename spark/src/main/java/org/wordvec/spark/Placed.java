package org.wordvec.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/** Hands parts to the executors that had them before, as far as those still live. */
final class Placed {
  private Placed() {}

  /** One task for each part. */
  static JavaRDD<RoundOrder.Assignment> tasks(
      JavaSparkContext context, List<RoundOrder.Assignment> parts) {
    List<Tuple2<RoundOrder.Assignment, Seq<String>>> placed = new ArrayList<>();
    for (RoundOrder.Assignment part : parts) {
      String place = part.place();
      List<String> places = place == null ? List.of() : List.of(place);
      placed.add(new Tuple2<>(part, CollectionConverters.asScala(places).toSeq()));
    }
    ClassTag<RoundOrder.Assignment> tag = ClassTag.apply(RoundOrder.Assignment.class);
    return context.sc().makeRDD(CollectionConverters.asScala(placed).toSeq(), tag).toJavaRDD();
  }
}
