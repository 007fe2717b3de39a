package health.plumbline.narrative;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fits the weights of {@link Resemblance}: a logistic regression with an L2 penalty for each
 * finding (LIBLINEAR, dual coordinate descent).
 */
final class ResemblanceFit {

  /** A text, and the findings that it states of the patient. */
  record Told(String text, Set<String> findings) {}

  /** Texts a finding must be told in for its weights to mean anything. */
  private static final int FEWEST = 15;

  /** Texts a feature must occur in. */
  private static final int LEAST_TEXTS = 2;

  /** Inverse of the penalty. */
  private static final double COST = 8;

  /** How much more a text that tells of the finding weighs than one that does not. */
  private static final double TELLING = 10;

  /** Weights smaller than this are left out. */
  private static final double SMALLEST = 0.3;

  private static final int MOST_FINDINGS = 256;
  private static final double TOLERANCE = 0.01;
  private static final int LARGEST = 127;

  private final Lexicon lexicon;
  private final Speller speller;
  private final List<Told> texts;

  ResemblanceFit(Lexicon lexicon, List<Told> texts) {
    this.lexicon = lexicon;
    this.speller = new Speller(lexicon.words, lexicon.correctWords);
    this.texts = texts;
  }

  /** The file of weights for the given findings. */
  byte[] fit(Set<String> wanted) throws IOException {
    List<int[]> hashes = new ArrayList<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (Told told : texts) {
      TokenStream tokens = lexicon.tokenizer.tokens(told.text(), speller.forText());
      SentenceFeatures features = new SentenceFeatures(lexicon, tokens);
      int[] distinct =
          Arrays.stream(features.hash, 0, features.first[tokens.size]).distinct().toArray();
      hashes.add(distinct);
      for (int hash : distinct) {
        counts.merge(hash, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < LEAST_TEXTS);
    int[] known = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    Map<Integer, Integer> index = new HashMap<>();
    float[] idf = new float[known.length];
    for (int i = 0; i < known.length; i++) {
      index.put(known[i], i);
      double exact = Math.log((1.0 + texts.size()) / (1.0 + counts.getOrDefault(known[i], 0))) + 1;
      idf[i] = Math.round(exact / Resemblance.IDF_STEP) * Resemblance.IDF_STEP;
    }
    Feature[][] rows = new Feature[texts.size()][];
    for (int row = 0; row < rows.length; row++) {
      int[] present =
          Arrays.stream(hashes.get(row))
              .filter(index::containsKey)
              .map(index::get)
              .sorted()
              .toArray();
      double squares = Arrays.stream(present).mapToDouble(i -> idf[i] * (double) idf[i]).sum();
      double norm = Math.sqrt(squares);
      rows[row] = new Feature[present.length + 1];
      for (int i = 0; i < present.length; i++) {
        rows[row][i] = new FeatureNode(present[i] + 1, idf[present[i]] / norm);
      }
      rows[row][present.length] = new FeatureNode(known.length + 1, 1);
    }
    TreeMap<String, Integer> told = new TreeMap<>();
    for (Told text : texts) {
      for (String finding : text.findings()) {
        if (wanted.contains(finding)) {
          told.merge(finding, 1, Integer::sum);
        }
      }
    }
    told.values().removeIf(count -> count < FEWEST);
    List<String> findings = List.copyOf(told.keySet());
    if (findings.size() > MOST_FINDINGS) {
      throw new IllegalStateException(findings.size() + " findings do not fit a byte");
    }
    double[][] weights = new double[findings.size()][];
    IntStream.range(0, findings.size())
        .parallel()
        .forEach(f -> weights[f] = weights(rows, known.length + 1, findings.get(f)));
    return written(findings, weights, known, idf);
  }

  private double[] weights(Feature[][] rows, int size, String finding) {
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = size;
    problem.x = rows;
    problem.bias = 1;
    problem.y =
        texts.stream().mapToDouble(told -> told.findings().contains(finding) ? 1 : 0).toArray();
    Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
    parameter.setWeights(new double[] {TELLING}, new int[] {1});
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double[] weights = model.getFeatureWeights();
    if (model.getLabels()[0] != 1) {
      weights = Arrays.stream(weights).map(weight -> -weight).toArray();
    }
    return weights;
  }

  private byte[] written(List<String> findings, double[][] weights, int[] known, float[] idf)
      throws IOException {
    double largest = 0;
    for (double[] row : weights) {
      for (int i = 0; i < known.length; i++) {
        largest = Math.max(largest, Math.abs(row[i]));
      }
    }
    double step = largest / LARGEST;
    int[] first = new int[known.length + 1];
    ByteArrayOutputStream rarity = new ByteArrayOutputStream();
    ByteArrayOutputStream of = new ByteArrayOutputStream();
    ByteArrayOutputStream weight = new ByteArrayOutputStream();
    for (int i = 0; i < known.length; i++) {
      rarity.write(Math.round(idf[i] / Resemblance.IDF_STEP));
      for (int f = 0; f < weights.length; f++) {
        int steps = (int) Math.round(weights[f][i] / step);
        if (Math.abs(weights[f][i]) >= SMALLEST && steps != 0) {
          of.write(f);
          weight.write(steps);
        }
      }
      first[i + 1] = of.size();
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeInt(Resemblance.MAGIC);
      out.writeInt(findings.size());
      for (int f = 0; f < findings.size(); f++) {
        out.writeInt(findings.get(f).length());
        out.writeBytes(findings.get(f));
        out.writeFloat((float) weights[f][known.length]);
      }
      out.writeFloat((float) step);
      out.writeInt(known.length);
      for (int hash : known) {
        out.writeInt(hash);
      }
      for (int begin : first) {
        out.writeInt(begin);
      }
      rarity.writeTo(out);
      of.writeTo(out);
      weight.writeTo(out);
    }
    System.out.printf(
        "%d texts, %d findings, %d features, %d weights, %d bytes%n",
        texts.size(), findings.size(), known.length, of.size(), file.size());
    return file.toByteArray();
  }
}
