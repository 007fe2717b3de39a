package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Vocabulary;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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

  private static final int BUFFER = 1 << 16;

  /** Idf is kept in steps of this size. */
  static final float IDF_STEP = 0.05f;

  final Finding[] findings;
  private final float[] bias;
  private final float step;

  /** Hash to feature: {@code slots[i]} is the index of a feature plus one, or zero. */
  private final int[] slots;

  private final int[] hashes;
  private final float[] idf;

  /** Where the weights of a feature begin in {@code finding} and {@code weight}. */
  private final int[] weights;

  private final short[] finding;
  private final byte[] weight;

  private Resemblance(DataInputStream in, Vocabulary vocabulary) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IllegalStateException(FILE + ": does not begin as a file of weights does");
    }
    findings = new Finding[in.readUnsignedShort()];
    bias = new float[findings.length];
    for (int f = 0; f < findings.length; f++) {
      findings[f] = vocabulary.require(in.readUTF());
      bias[f] = in.readFloat();
    }
    step = in.readFloat();
    int features = in.readInt();
    int count = in.readInt();
    hashes = new int[features];
    idf = new float[features];
    this.weights = new int[features + 1];
    finding = new short[count];
    weight = new byte[count];
    slots = new int[Integer.highestOneBit(Math.max(1, features)) * 4];
    int next = 0;
    for (int i = 0; i < features; i++) {
      hashes[i] = in.readInt();
      idf[i] = in.readUnsignedByte() * IDF_STEP;
      this.weights[i] = next;
      int end = next + in.readUnsignedShort();
      for (; next < end; next++) {
        finding[next] = in.readShort();
        weight[next] = in.readByte();
      }
      int slot = hashes[i] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
    this.weights[features] = next;
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
      return read(new BufferedInputStream(file, BUFFER), vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + ": cannot be closed", e);
    }
  }

  /**
   * Reads a file of weights.
   *
   * @throws IllegalStateException if it is damaged or names an unknown finding
   */
  static Resemblance read(InputStream file, Vocabulary vocabulary) {
    try {
      return new Resemblance(new DataInputStream(file), vocabulary);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalStateException(FILE + ": damaged", e);
    }
  }

  private int feature(int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      if (hashes[slots[slot] - 1] == hash) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
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
          int index = feature(features.hash[i]);
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
          squares += (double) idf[index] * idf[index];
          for (int n = weights[index]; n < weights[index + 1]; n++) {
            sums[finding[n]] += idf[index] * weight[n];
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
              if (finding[n] == wanted) {
                shares[t - from] += idf[index] * weight[n] * step / norm;
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
