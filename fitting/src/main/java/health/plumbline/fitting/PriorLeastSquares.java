package health.plumbline.fitting;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Weighted least squares with a Gaussian prior, by the method of Levenberg and Marquardt.
 *
 * <p>Implementation note. Every parameter is measured in standard deviations of its estimate, from
 * the estimate on. So the prior is one more residual for each, the parameter itself, and stands
 * below the residuals of the figures in the same problem.
 */
final class PriorLeastSquares {

  private static final double DEGREES_OF_FREEDOM = 4;

  /** Far more than any of the fits needs; one that does not end is a fault. */
  private static final int MOST_EVALUATIONS = 4000;

  private static final int MOST_ITERATIONS = 2000;

  /** What is to be made small. */
  @FunctionalInterface
  interface Residuals {

    /**
     * The residuals of the figures, in standard errors.
     *
     * @param point the parameters, in standard deviations
     * @param jacobian zeros that receive the change of each residual, one row each, over a {@link
     *     #step()} of each parameter, one column each
     */
    double[] at(double[] point, double[][] jacobian);

    /** The step over which changes are given; with 1 they are the derivatives. */
    default double step() {
      return 1;
    }
  }

  /** Residuals whose derivatives are differences over a small step of each parameter. */
  private record Differences(UnaryOperator<double[]> residuals, double step) implements Residuals {

    @Override
    public double[] at(double[] point, double[][] jacobian) {
      double[] here = residuals.apply(point);
      double[][] there =
          IntStream.range(0, point.length)
              .parallel()
              .mapToObj(
                  k -> {
                    double[] moved = point.clone();
                    moved[k] += step;
                    return residuals.apply(moved);
                  })
              .toArray(double[][]::new);
      for (int i = 0; i < here.length; i++) {
        for (int k = 0; k < point.length; k++) {
          jacobian[i][k] = there[k][i] - here[i];
        }
      }
      return here;
    }
  }

  private PriorLeastSquares() {}

  /** Residuals whose derivatives are differences over a small step of each parameter. */
  static Residuals byDifferences(UnaryOperator<double[]> residuals, double step) {
    return new Differences(residuals, step);
  }

  /**
   * Finds the best point.
   *
   * @param method the method with its tolerances
   * @param weights how much the square of each residual counts; their number is that of the
   *     residuals
   * @param from where to begin
   */
  static Optimum minimise(
      LevenbergMarquardtOptimizer method, Residuals residuals, double[] weights, double[] from) {
    int data = weights.length;
    int rows = data + from.length;
    return method.optimize(
        new LeastSquaresBuilder()
            .start(from)
            .model(
                vector -> {
                  double[] point = vector.toArray();
                  double[][] jacobian = new double[rows][point.length];
                  double[] value = new double[rows];
                  double[] here = residuals.at(point, jacobian);
                  for (int i = 0; i < data; i++) {
                    double root = Math.sqrt(weights[i]);
                    value[i] = root * here[i];
                    for (int k = 0; k < point.length; k++) {
                      jacobian[i][k] = root * jacobian[i][k] / residuals.step();
                    }
                  }
                  for (int k = 0; k < point.length; k++) {
                    value[data + k] = point[k];
                    jacobian[data + k][k] = 1;
                  }
                  return new Pair<RealVector, RealMatrix>(
                      new ArrayRealVector(value, false), new Array2DRowRealMatrix(jacobian, false));
                })
            .target(new double[rows])
            .maxEvaluations(MOST_EVALUATIONS)
            .maxIterations(MOST_ITERATIONS)
            .build());
  }

  /**
   * The weights by which figures that contradict the rest count for less in the next pass: those of
   * Student's t with 4 degrees of freedom (Lange, Little and Taylor 1989).
   */
  static double[] robustWeights(double[] residuals) {
    double[] weights = new double[residuals.length];
    for (int i = 0; i < weights.length; i++) {
      double r = residuals[i];
      weights[i] = (DEGREES_OF_FREEDOM + 1) / (DEGREES_OF_FREEDOM + r * r);
    }
    return weights;
  }
}
