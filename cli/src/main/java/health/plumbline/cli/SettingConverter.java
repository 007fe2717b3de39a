package health.plumbline.cli;

import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Setting;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the spelling of a setting. */
final class SettingConverter implements ITypeConverter<Setting> {

  @Override
  public Setting convert(String value) {
    try {
      return Setting.parse(value);
    } catch (InvalidInputException e) {
      throw new TypeConversionException(
          "\"" + value + "\" is not allowed; allowed: " + Setting.allowed());
    }
  }
}
