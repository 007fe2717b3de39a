package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How much a sentence resembles those in which people have told of a finding.
 *
 * <p>A logistic regression for each finding on the words, pairs of words and runs of letters of a
 * sentence, each weighted by how rare it is and the whole scaled to length one (tf-idf: Salton and
 * Buckley, Information Processing and Management 1988; 24:513). The weights are fitted offline with
 * LIBLINEAR (Fan et al., Journal of Machine Learning Research 2008; 9:1871) on the phrases of the
 * lexicon and on annotated sentences ({@code ResemblanceFitTest} with {@code plumbline.fit}); small
 * ones are left out, the others rounded to a byte. The file is derived: what a clinician reads and
 * changes are the phrases and sentences. One table of all features, open addressing on their
 * hashes, and the weights of each feature side by side: a text of a thousand words looks up some
 * fifteen thousand features.
 *
 * <p>It never states a finding. What resembles it is asked about.
 */
final class Resemblance {

  /** First bytes of the file of weights. */
  static final int MAGIC = 0x504C5231;

  private static final String FILE = "resemblance.bin";

  /** Idf is kept in steps of this size. */
  static final float IDF_STEP = 0.05f;

  final Finding[] findings;
  private final float[] bias;
  private final float step;

  /** The hashes of all features, ascending. */
  private final int[] hashes;

  /** How rare each feature is, unsigned, in steps of {@link #IDF_STEP}. */
  private final byte[] rarity;

  /** Where the weights of each feature begin, and one past the last. */
  private final int[] weights;

  /** The finding of each weight, unsigned, and the weight in steps of {@code step}. */
  private final byte[] finding;

  private final byte[] weight;

  private Resemblance(ByteBuffer file, Vocabulary vocabulary) {
    if (file.getInt() != MAGIC) {
      throw new IllegalStateException(FILE + ": does not begin as a file of weights does");
    }
    findings = new Finding[file.getInt()];
    bias = new float[findings.length];
    for (int f = 0; f < findings.length; f++) {
      byte[] id = new byte[file.getInt()];
      file.get(id);
      findings[f] = vocabulary.require(new String(id, StandardCharsets.US_ASCII));
      bias[f] = file.getFloat();
    }
    step = file.getFloat();
    // Whole arrays at a time: at a cold start nothing is compiled, and a loop would be felt.
    hashes = ints(file, file.getInt());
    weights = ints(file, hashes.length + 1);
    rarity = bytes(file, hashes.length);
    finding = bytes(file, weights[hashes.length]);
    weight = bytes(file, finding.length);
  }

  private static int[] ints(ByteBuffer file, int count) {
    int[] values = new int[count];
    file.asIntBuffer().get(values);
    file.position(file.position() + count * Integer.BYTES);
    return values;
  }

  private static byte[] bytes(ByteBuffer file, int count) {
    byte[] values = new byte[count];
    file.get(values);
    return values;
  }

  /**
   * Loads the fitted weights.
   *
   * @throws IllegalStateException if the file is missing, damaged or names an unknown finding
   */
  static Resemblance load(Vocabulary vocabulary) {
    try (InputStream file = Resemblance.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + ": missing");
      }
      return of(file.readAllBytes(), vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + ": cannot be read", e);
    }
  }

  /**
   * The weights in the bytes of a file.
   *
   * @throws IllegalStateException if it is damaged or names an unknown finding
   */
  static Resemblance of(byte[] file, Vocabulary vocabulary) {
    try {
      return new Resemblance(ByteBuffer.wrap(file), vocabulary);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalStateException(FILE + ": damaged", e);
    }
  }

  private float idf(int feature) {
    return (rarity[feature] & 0xFF) * IDF_STEP;
  }

  /** One text, whose sentences can be compared. */
  final class Text {

    /** The known features of every token one after the other. */
    private final int[] known;

    /** Where those of each token begin, and one past the last. */
    private final int[] first;

    /** Of each token, whether the first of its features is the pair with the token before. */
    private final boolean[] paired;

    /** In which comparison a feature was last met: each counts once. */
    private final int[] met = new int[hashes.length];

    private int comparisons;
    private double norm;

    private Text(SentenceFeatures features) {
      int tokens = features.first.length - 1;
      known = new int[features.first[tokens]];
      first = new int[tokens + 1];
      paired = new boolean[tokens];
      int size = 0;
      for (int t = 0; t < tokens; t++) {
        first[t] = size;
        for (int i = features.first[t]; i < features.first[t + 1]; i++) {
          int index = Arrays.binarySearch(hashes, features.hash[i]);
          if (index >= 0) {
            paired[t] |= i == features.first[t];
            known[size++] = index;
          }
        }
      }
      first[tokens] = size;
    }

    /** The log odds of each of {@link #findings}, from the tokens from one to before another. */
    double[] logOdds(int from, int to) {
      comparisons++;
      double squares = 0;
      double[] sums = new double[findings.length];
      for (int i = begin(from); i < first[to]; i++) {
        int index = known[i];
        if (met[index] != comparisons) {
          met[index] = comparisons;
          float idf = idf(index);
          squares += (double) idf * idf;
          for (int n = weights[index]; n < weights[index + 1]; n++) {
            sums[finding[n] & 0xFF] += idf * weight[n];
          }
        }
      }
      norm = Math.max(Math.sqrt(squares), Float.MIN_NORMAL);
      for (int f = 0; f < sums.length; f++) {
        sums[f] = bias[f] + sums[f] * step / norm;
      }
      return sums;
    }

    /** What each token of the last comparison, of the same range, adds to the log odds. */
    double[] shares(int wanted, int from, int to) {
      comparisons++;
      double[] shares = new double[to - from];
      for (int t = from; t < to; t++) {
        for (int i = t == from ? begin(from) : first[t]; i < first[t + 1]; i++) {
          int index = known[i];
          if (met[index] != comparisons) {
            met[index] = comparisons;
            for (int n = weights[index]; n < weights[index + 1]; n++) {
              if ((finding[n] & 0xFF) == wanted) {
                shares[t - from] += idf(index) * weight[n] * step / norm;
              }
            }
          }
        }
      }
      return shares;
    }

    /** The pair of a first token is with one that is not compared. */
    private int begin(int token) {
      return paired[token] ? first[token] + 1 : first[token];
    }
  }

  /** Prepares a text. */
  Text text(Lexicon lexicon, TokenStream text) {
    return new Text(new SentenceFeatures(lexicon, text));
  }
}
