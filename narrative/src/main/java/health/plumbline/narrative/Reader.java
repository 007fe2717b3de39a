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

  private Reader(Vocabulary vocabulary, Lexicon lexicon) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.speller = new Speller(lexicon.words, lexicon.correctWords);
  }

  /**
   * Compiles the lexicon of the knowledge base.
   *
   * @throws IllegalStateException naming file, line and column if a row of it is malformed
   */
  public static Reader load(KnowledgeBase knowledge) {
    return new Reader(knowledge.vocabulary(), Lexicon.load(knowledge.vocabulary()));
  }

  /** Reads a text of any length in time linear in its length. */
  public Reading read(String text) {
    TokenStream tokens = lexicon.tokenizer.tokens(text, speller.forText());
    Mentions mentions = Mentions.find(lexicon, tokens);
    Scopes scopes = new Scopes(lexicon, mentions);
    Passage passage = new Passage(lexicon, mentions, scopes);
    return new Resolution(vocabulary, passage, Interpreter.interpret(passage)).reading();
  }
}
