package health.plumbline.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals answers so that they can travel in a page: encrypted and authenticated with AES-256-GCM,
 * under a key that is made when the server starts and dies with it.
 *
 * <p>Nobody but this server can read or change a seal, and no server can once this one has ended;
 * so what a browser, a proxy or a backup may keep of a page's hidden field says nothing. A seal is
 * good for {@link #LIFETIME}: long enough to fetch a cup of tea or look up a medicine, short enough
 * that the next person at the same tablet cannot go on with it. Nonces are random; at twelve bytes
 * they may repeat after some 2³² seals, which one server does not live to make.
 *
 * <p>Layout: nonce, then the cipher text of (second of sealing as eight bytes, answers as JSON).
 */
final class SealedAnswers {

  /** How long a seal is good for. */
  static final Duration LIFETIME = Duration.ofHours(2);

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;
  private final InstantSource clock;
  private final JsonMapper mapper = JsonMapper.builder().build();

  SealedAnswers(InstantSource clock) {
    this.clock = clock;
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    this.key = new SecretKeySpec(secret, "AES");
  }

  /** Seals answers into text that can stand in a form. */
  String seal(Answers answers) {
    byte[] json = mapper.writeValueAsBytes(answers);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + json.length)
            .putLong(clock.instant().getEpochSecond())
            .put(json)
            .array();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /** The answers in a seal; empty if it is too old, not of this server, or was tampered with. */
  Optional<Answers> open(String seal) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(seal);
      if (whole.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      ByteBuffer plain =
          ByteBuffer.wrap(
              cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES))
                  .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
      long age = clock.instant().getEpochSecond() - plain.getLong();
      if (age > LIFETIME.toSeconds()) {
        return Optional.empty();
      }
      byte[] json = new byte[plain.remaining()];
      plain.get(json);
      return Optional.of(mapper.readValue(json, Answers.class));
    } catch (IllegalArgumentException | GeneralSecurityException | JacksonException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
