package health.plumbline.benchmark;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.narrative.Reader;
import health.plumbline.narrative.Reading;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What reading costs: a thousand words, lay and clinical, and a megabyte of them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@State(Scope.Benchmark)
public class ReaderBenchmark {

  private static final String PARAGRAPH =
      "I'm 58 and for six months I have had a deep ache in my left groin and buttock. It is worse"
          + " on the stairs and when I put my socks on, stiff for ten minutes in the morning, better"
          + " sitting. No pins and needles, bladder and bowels fine, no fever or weight loss but I"
          + " have had night sweats. My leg gave way twice last week and the foot feels numb. O/E"
          + " SLR R 40, power 5/5, reflexes intact, hip IR 10 degrees and painful, FADIR positive."
          + " PMH: known prostate cancer, on apixaban, prednisolone 10 mg for years. ";

  private static final int WORDS = 1_000;
  private static final int MEGABYTE = 1_000_000;

  private final Reader reader = Reader.load(KnowledgeBase.load());
  private final String thousandWords = words();
  private final String megabyte = PARAGRAPH.repeat(MEGABYTE / PARAGRAPH.length());

  private static String words() {
    String[] words = PARAGRAPH.split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      text.append(words[i % words.length]).append(' ');
    }
    return text.toString();
  }

  /** A thousand words. */
  @Benchmark
  public Reading thousandWords() {
    return reader.read(thousandWords);
  }

  /** A megabyte, to be about two hundred times a thousand words. */
  @Benchmark
  public Reading megabyte() {
    return reader.read(megabyte);
  }
}
