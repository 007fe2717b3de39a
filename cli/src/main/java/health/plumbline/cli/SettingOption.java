package health.plumbline.cli;

import health.plumbline.knowledge.Setting;
import picocli.CommandLine.Option;

/** Where the person presents: an option of every command that gives a probability. */
final class SettingOption {

  @Option(
      names = "--setting",
      converter = SettingConverter.class,
      description =
          "where the person presents: primary, osteopathy-physio, spine-orthopaedic-clinic,"
              + " emergency; teaching for evaluation only (default: primary)")
  private Setting setting = Setting.PRIMARY;

  Setting setting() {
    return setting;
  }
}
