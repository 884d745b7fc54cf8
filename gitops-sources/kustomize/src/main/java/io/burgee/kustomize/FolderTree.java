package io.burgee.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder of a file system. What changes in it while a build runs may or may not be seen. */
public final class FolderTree implements FileTree {
  private final Path root;
  private final boolean fileSystem;

  private FolderTree(Path root) {
    this.root = root;
    this.fileSystem = root.toAbsolutePath().normalize().getNameCount() == 0;
  }

  /** The folder itself may be a link; what is above it is never seen. */
  public static FolderTree of(Path root) {
    return new FolderTree(root);
  }

  @Override
  public boolean isFileSystem() {
    return fileSystem;
  }

  @Override
  public Kind kind(String path) {
    try {
      var attributes =
          path.isEmpty()
              ? Files.readAttributes(root, BasicFileAttributes.class)
              : Files.readAttributes(
                  root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return Kind.LINK;
      }
      if (attributes.isDirectory()) {
        return Kind.FOLDER;
      }
      // Devices and pipes are not to be read: they may have no end.
      return attributes.isRegularFile() ? Kind.FILE : Kind.NOTHING;
    } catch (IOException | InvalidPathException nothingToSee) {
      return Kind.NOTHING;
    }
  }

  @Override
  public long size(String path) {
    try {
      return Files.size(root.resolve(path));
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  @Override
  public byte[] read(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  @Override
  public String target(String path) {
    try {
      return Files.readSymbolicLink(root.resolve(path)).toString();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static BuildException failure(String path, IOException e) {
    var why = e instanceof NoSuchFileException ? "no such file or directory" : e.getMessage();
    return new BuildException("open /" + path + ": " + why, e);
  }
}
