package health.plumbline.narrative;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Vocabulary;

/**
 * Reads free text, lay or clinical, and says which findings it states of the patient now, each with
 * the exact words. What it does not understand it leaves alone; what is unclear it leaves open.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Reader {

  private final Vocabulary vocabulary;
  private final Lexicon lexicon;
  private final Speller speller;
  private final Echoes echoes;

  Reader(Vocabulary vocabulary, Lexicon lexicon, Resemblance resemblance) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.echoes = new Echoes(resemblance);
    this.speller = new Speller(lexicon.words, lexicon.correctWords);
  }

  /**
   * Compiles the lexicon of the knowledge base.
   *
   * @throws IllegalStateException naming file, line and column if a row of it is malformed
   */
  public static Reader load(KnowledgeBase knowledge) {
    Vocabulary vocabulary = knowledge.vocabulary();
    return new Reader(vocabulary, Lexicon.load(vocabulary), Resemblance.load(vocabulary));
  }

  /**
   * Reads a text of any length in time linear in its length. Where nothing at all is understood of
   * pain, a pain that is told of others is taken for the patient's ("caller is her son, back pain,
   * fever"), and whoever names their own back or hip for one who complains of it ("my back has
   * given up").
   */
  public Reading read(String text) {
    TokenStream tokens = lexicon.tokenizer.tokens(text, speller.forText());
    Mentions mentions = Mentions.find(lexicon, tokens);
    Scopes scopes = Scopes.of(lexicon, mentions);
    Reading reading = reading(new Passage(lexicon, mentions, scopes), false);
    if (!reading.saysNothing()) {
      return reading;
    }
    Reading lenient = reading(new Passage(lexicon, mentions, scopes.ofOnePerson()), true);
    return lenient.namesPlace(vocabulary) ? lenient : reading;
  }

  private Reading reading(Passage passage, boolean lenient) {
    Claims claims = Interpreter.interpret(passage, lenient);
    echoes.listen(passage, claims);
    return new Resolution(vocabulary, passage, claims).reading();
  }
}
