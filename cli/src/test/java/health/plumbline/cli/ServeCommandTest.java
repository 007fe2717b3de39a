package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServeCommandTest {

  @ParameterizedTest
  @CsvSource({"--port,70000", "--port,-1", "--port,x", "--requests-a-second,-5"})
  void refusesWhatCannotBe(String option, String value) {
    Command.Outcome outcome = Command.run("serve", option, value);
    assertThat(outcome.exit()).isEqualTo(Plumbline.BAD_INPUT);
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains(option).contains(value);
  }

  @Test
  void saysWhenThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Command.Outcome outcome = Command.run("serve", "--port", port);
      assertThat(outcome.exit()).isEqualTo(Plumbline.BAD_INPUT);
      assertThat(outcome.errorLines()).hasSize(1);
      assertThat(outcome.err()).contains(port).contains("free");
    }
  }
}
