package io.burgee.kustomize.load;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.FileTree;
import io.burgee.kustomize.GitUrl;
import io.burgee.kustomize.LoadRestrictions;
import io.burgee.kustomize.RemoteFetcher;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.limit.Budget;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files and folders that the kustomization of one folder may name. */
public final class Loader implements Files {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Sources sources;
  private final FileTree tree;
  private final String folder;
  private final LoadRestrictions restrictions;
  private final @Nullable Loader referrer;
  private final @Nullable GitUrl repository;
  private final int depth;

  /** What all loaders of a build share. */
  public record Sources(@Nullable RemoteFetcher remote, Budget budget) {}

  /** A kustomization file. */
  public record Found(String name, String text) {}

  private Loader(
      Sources sources,
      FileTree tree,
      String folder,
      LoadRestrictions restrictions,
      @Nullable Loader referrer,
      @Nullable GitUrl repository) {
    this.sources = sources;
    this.tree = tree;
    this.folder = folder;
    this.restrictions = restrictions;
    this.referrer = referrer;
    this.repository = repository;
    this.depth = referrer == null ? 0 : referrer.depth + 1;
  }

  /** For the folder that a build begins with. */
  public static Loader root(
      FileTree tree, String path, LoadRestrictions restrictions, Sources sources) {
    var folder = folder(tree, Paths.join(tree, "", path));
    return new Loader(sources, tree, folder, restrictions, null, null);
  }

  /** The folder, as messages show it. */
  public String folder() {
    return Paths.shown(folder);
  }

  /** The folder's path in its tree. */
  public String path() {
    return folder;
  }

  /**
   * For a base or a component: a folder by its path from this one, or a repository.
   *
   * @throws BuildException if it isn't there, isn't a folder, or is one that this one is part of
   */
  public Loader base(String path) {
    if (path.isEmpty()) {
      throw new BuildException("new root cannot be empty");
    }
    var url = GitUrl.parse(path);
    if (url.isPresent()) {
      return repository(url.get());
    }
    if (path.startsWith("/")) {
      throw new BuildException("new root '" + path + "' cannot be absolute");
    }
    var base = folder(tree, Paths.join(tree, folder, path));
    refuseCycle(base);
    return deeper(new Loader(sources, tree, base, restrictions, this, null));
  }

  private Loader deeper(Loader loader) {
    int limit = sources.budget().limits().depth();
    if (loader.depth > limit) {
      throw new BuildException("more than " + limit + " bases stand one on the other");
    }
    sources.budget().look();
    return loader;
  }

  private void refuseCycle(String base) {
    for (var loader = this; loader != null; loader = loader.referrer) {
      if (loader.tree == tree && isBelow(loader.folder, base)) {
        throw new BuildException(
            "cycle detected: candidate root '"
                + Paths.shown(base)
                + "' contains visited root '"
                + loader.folder()
                + "'");
      }
    }
  }

  private Loader repository(GitUrl url) {
    for (var loader = this; loader != null; loader = loader.referrer) {
      if (loader.repository != null && loader.repository.raw().startsWith(url.raw())) {
        throw new BuildException(
            "cycle detected: URI '"
                + url.raw()
                + "' referenced by previous URI '"
                + loader.repository.raw()
                + "'");
      }
    }
    var remote = sources.remote();
    if (remote == null) {
      throw new RemoteRefused("remote bases are not allowed: '" + url.raw() + "'");
    }
    var files = remote.repository(url);
    var base = folder(files, Paths.join(files, "", url.path()));
    return deeper(new Loader(sources, files, base, LoadRestrictions.ROOT_ONLY, this, url));
  }

  private static String folder(FileTree tree, String path) {
    String folder;
    try {
      folder = Paths.resolve(tree, path);
    } catch (Missing e) {
      throw new Missing(
          "must build at directory: not a valid directory: evalsymlink failure on '"
              + Paths.shown(path)
              + "' : "
              + e.getMessage());
    }
    if (tree.kind(folder) != FileTree.Kind.FOLDER) {
      throw new Missing(
          "must build at directory: '" + Paths.shown(path) + "': file is not directory");
    }
    return folder;
  }

  /**
   * The one kustomization file of the folder.
   *
   * @throws BuildException if there is none, or more than one
   */
  public Found kustomization() {
    Found found = null;
    for (var name : NAMES) {
      if (isThere(name)) {
        if (found != null) {
          throw new BuildException("Found multiple kustomization files under: " + folder() + "\n");
        }
        found = new Found(name, text(name));
      }
    }
    if (found == null) {
      throw new BuildException(
          "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in"
              + " directory '"
              + folder()
              + "'");
    }
    return found;
  }

  private boolean isThere(String name) {
    var path = Paths.join(tree, folder, name);
    if (tree.kind(path) == FileTree.Kind.NOTHING) {
      return false;
    }
    try {
      locate(name);
      return true;
    } catch (Missing notAFile) {
      return false;
    }
  }

  @Override
  public byte[] bytes(String path) {
    if (isHttp(path)) {
      return download(path);
    }
    var file = locate(path);
    sources.budget().bytes(tree.size(file));
    return tree.read(file);
  }

  @Override
  public String text(String path) {
    return utf8(bytes(path));
  }

  /** Text of bytes, which must be UTF-8. */
  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BuildException("yaml: invalid leading UTF-8 octet", e);
    }
  }

  /** Whether a path is the URL of a file, or may be. */
  public static boolean isHttp(String path) {
    var start = path.length() > 8 ? path.substring(0, 8).toLowerCase(Locale.ROOT) : path;
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private byte[] download(String url) {
    var remote = sources.remote();
    if (remote == null) {
      throw new RemoteRefused("remote resources are not allowed: '" + url + "'");
    }
    var body = remote.file(url);
    if (body.isEmpty()) {
      throw GitUrl.parse(url).isPresent()
          ? new Missing("URL is a git repository")
          : new RemoteRefused("HTTP Error: nothing at '" + url + "'");
    }
    sources.budget().bytes(body.get().length);
    return body.get();
  }

  private String locate(String path) {
    var joined = Paths.join(tree, folder, path);
    return restrictions == LoadRestrictions.ROOT_ONLY ? restricted(joined) : unrestricted(joined);
  }

  private String restricted(String path) {
    String file;
    try {
      file = Paths.resolve(tree, path);
    } catch (Missing e) {
      throw new Missing("evalsymlink failure on '" + Paths.shown(path) + "' : " + e.getMessage());
    }
    if (tree.kind(file) == FileTree.Kind.FOLDER) {
      throw new Missing("'" + Paths.shown(path) + "' must resolve to a file");
    }
    if (!isBelow(parent(file), folder)) {
      throw new Missing(
          "security; file '" + Paths.shown(path) + "' is not in or below '" + folder() + "'");
    }
    return file;
  }

  private String unrestricted(String path) {
    String file;
    try {
      file = Paths.resolve(tree, path);
    } catch (Missing e) {
      var message = e.getMessage();
      throw new Missing("open " + Paths.shown(path) + message.substring(message.lastIndexOf(": ")));
    }
    if (tree.kind(file) == FileTree.Kind.FOLDER) {
      throw new Missing("read " + Paths.shown(path) + ": is a directory");
    }
    return file;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Whether a folder is another one or somewhere in it. */
  private static boolean isBelow(String path, String folder) {
    return folder.isEmpty()
        || path.equals(folder)
        || (path.startsWith(folder) && path.charAt(folder.length()) == '/');
  }
}
