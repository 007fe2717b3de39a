package health.plumbline.benchmark.peers;

/** An exact engine for Bayesian networks, with a network in place. */
interface Engine {

  /**
   * The posterior distributions of some nodes; each call begins with nothing known.
   *
   * @param known nodes that are known
   * @param values their values
   * @param wanted nodes whose distributions are wanted
   * @return [wanted][value]
   */
  double[][] posterior(int[] known, int[] values, int[] wanted);
}
