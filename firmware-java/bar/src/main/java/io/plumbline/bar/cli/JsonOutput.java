package io.plumbline.bar.cli;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Which payloads `--json` prints.
enum JsonOutput {
  /// `rep` and `set`.
  summaries,
  /// `cue` and `quality` too.
  all;

  boolean includes(Payload payload) {
    return switch (payload) {
      case RepSummary _, SetSummary _ -> true;
      case Cue _, Quality _ -> this == all;
      default -> false;
    };
  }

  /// Keeps `--json FILE` from taking the file for the option's value: that must be attached, `--json=all`.
  static final class AttachedOnly implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's interface has a Stack
    public boolean preprocess(Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        arguments.push(summaries.name());
      }
      return false;
    }
  }
}
