package io.plumbline.contract.codec;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The doc comments of the payload records, read from their sources: the one place where descriptions are written.
final class SourceDocs {
  private static final Pattern LINK = Pattern.compile("\\[#?([\\w.#]+)]");
  private static final Pattern CAMEL_CASE = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z0-9]*)+\\b");

  private final Map<String, String> texts = new HashMap<>();

  SourceDocs(Path sourceFolder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.list(sourceFolder);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
          manager.getJavaFileObjectsFromPaths(sources));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(docs).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is said of a type, a record component (`param`) or an enum constant (`param`).
  @Nullable
  String of(Class<?> type, String param) {
    String name = type.getCanonicalName().substring(type.getPackageName().length() + 1);
    return texts.get(param.isEmpty() ? name : name + "#" + param);
  }

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable String> {
    private final DocTrees docs;

    private Scanner(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable String outer) {
      String name = outer == null ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
      String comment = docs.getDocComment(getCurrentPath());
      if (comment != null) {
        String[] parts = comment.split("(?m)^\\s*@param\\s+", -1);
        texts.put(name, clean(parts[0]));
        for (int i = 1; i < parts.length; i++) {
          String[] words = parts[i].split("\\s+", 2);
          texts.put(name + "#" + words[0], clean(words[1]));
        }
      }
      return super.visitClass(type, name);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable String owner) {
      String comment = docs.getDocComment(getCurrentPath());
      boolean ofClass = !(getCurrentPath().getParentPath().getLeaf() instanceof MethodTree);
      if (comment != null && ofClass) {
        texts.put(owner + "#" + variable.getName(), clean(comment));
      }
      return super.visitVariable(variable, owner);
    }
  }

  /// Text for readers of JSON: no links, and fields named as they stand on the wire.
  private static String clean(String comment) {
    String plain = LINK.matcher(comment).replaceAll("$1");
    return CAMEL_CASE.matcher(plain).replaceAll(SourceDocs::snakeCase).replace("`", "'").replaceAll("\\s+", " ")
        .strip();
  }

  private static String snakeCase(MatchResult name) {
    return Matcher.quoteReplacement(name.group().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }
}
