import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Brings the classes of a jar to the class-file version of Java 25.
 *
 * <p>Classes of Java 5, such as picocli's, have no stack maps: the JVM verifies them anew at every
 * start, by inference, and keeps them out of its class archives. Only the version and the stack
 * maps change. A jar without such classes stays as it is.
 */
final class ModernClasses {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private boolean changed;

  private ModernClasses() {}

  /** Rewrites each of the jars. */
  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      ModernClasses classes = new ModernClasses();
      classes.read(Path.of(jar));
      classes.modernise();
      if (classes.changed) {
        classes.write(Path.of(jar));
      }
    }
  }

  private void read(Path jar) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
  }

  private void modernise() {
    ClassFile classFile =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::original)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached()),
            StackMapsOption.GENERATE_STACK_MAPS,
            ConstantPoolSharingOption.NEW_POOL);
    ClassTransform newer =
        ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element))
            .andThen(
                (builder, element) -> {
                  if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_25_VERSION, 0);
                  } else {
                    builder.with(element);
                  }
                });
    entries.replaceAll((name, content) -> newer(classFile, newer, name, content));
  }

  private byte[] newer(ClassFile classFile, ClassTransform newer, String name, byte[] content) {
    if (!name.endsWith(".class")) {
      return content;
    }
    ClassModel model = classFile.parse(content);
    if (model.majorVersion() >= FIRST_WITH_STACK_MAPS || model.isModuleInfo()) {
      return content;
    }
    changed = true;
    return classFile.transformClass(model, newer);
  }

  private InputStream original(ClassDesc type) {
    String descriptor = type.descriptorString();
    byte[] content = entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
    return content == null ? null : new ByteArrayInputStream(content);
  }

  private void write(Path jar) throws IOException {
    Path beside = jar.resolveSibling(jar.getFileName() + ".part");
    try (OutputStream file = Files.newOutputStream(beside);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTime(0);
        out.putNextEntry(header);
        out.write(entry.getValue());
      }
    }
    Files.move(beside, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
