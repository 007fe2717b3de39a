package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.knowledge.anatomy.Mechanism;
import health.plumbline.knowledge.anatomy.Structure;
import health.plumbline.web.BodyDrawing.Shape;
import health.plumbline.web.BodyDrawing.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class BodyDrawingTest {

  private final BodyDrawing drawing = BodyDrawing.load();
  private final Anatomy anatomy = Anatomy.load(Site.engine().knowledge());

  private boolean drawn(String id) {
    for (View view : View.values()) {
      if (!drawing.region(view, id).isEmpty() || drawing.structure(view, id).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyRegionIsDrawnOnTheSidesThatItHas() {
    for (Structure.Region region : anatomy.regions()) {
      List<Shape> shapes = new ArrayList<>();
      for (View view : View.values()) {
        shapes.addAll(drawing.region(view, region.id()));
      }
      assertThat(shapes).as(region.id()).isNotEmpty();
      assertThat(shapes).as(region.id()).allMatch(it -> it.mirrored() == region.hasSide());
    }
  }

  @Test
  void nothingIsDrawnThatIsNoRegion() {
    Set<String> regions = new TreeSet<>();
    anatomy.regions().forEach(it -> regions.add(it.id()));
    for (View view : View.values()) {
      assertThat(drawing.shapes(view, "region"))
          .allMatch(it -> regions.contains(BodyDrawing.regionOf(it)));
    }
  }

  @Test
  void everyStepOfEveryMechanismHasItsPlace() {
    Set<String> missing = new TreeSet<>();
    for (Mechanism mechanism : anatomy.mechanisms()) {
      for (String id : mechanism.path()) {
        if (!drawn(id)) {
          missing.add(id);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theOtherHalfIsAMirrorImage() {
    Shape groin = drawing.region(View.FRONT, "groin").getFirst();
    assertThat(groin.path()).startsWith("M 42 294 L 56 303");
    assertThat(groin.mirrorImage()).startsWith("M -42 294 L -56 303");
    assertThat(new Shape(View.FRONT, "region", "x", true, groin.mirrorImage()).mirrorImage())
        .isEqualTo(groin.path());
  }
}
