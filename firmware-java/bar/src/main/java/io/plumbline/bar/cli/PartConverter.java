package io.plumbline.bar.cli;

import io.plumbline.bar.calibration.Part;
import io.plumbline.bar.text.NearestName;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A part of a calibration by its word.
final class PartConverter implements ITypeConverter<Part> {
  @Override
  public Part convert(String value) {
    List<String> words = Arrays.stream(Part.values()).map(Part::word).toList();
    return Arrays.stream(Part.values()).filter(part -> part.word().equals(value)).findFirst()
        .orElseThrow(() -> new TypeConversionException(
            "'" + value + "' is none of " + String.join(", ", words) + NearestName.hint(value, words)));
  }
}
