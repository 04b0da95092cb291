public import Foundation

/// The folder of the project, from which tests read fixtures, templates and schemas.
public enum ProjectRoot {
  /// The file or folder at `path` below the root.
  public static func url(_ path: String) -> URL {
    URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: path)
  }

  /// The bytes of the file at `path` below the root.
  ///
  /// - Throws: what reading the file throws, when it is missing for instance.
  public static func data(_ path: String) throws -> Data { try Data(contentsOf: url(path)) }
}
