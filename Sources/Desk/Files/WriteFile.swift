public import Allocation

extension Desk {
  /// Writes a text under its name, whole or not at all.
  public static func write(_ text: String, to path: String) throws {
    try OutputFile.write(text, to: path)
  }

  /// Writes bytes under their name, whole or not at all.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - path: the name.
  ///   - replaces: take the place of a file of that name; otherwise it is never touched.
  /// - Throws: ``DeskError``.
  public static func write(_ bytes: [UInt8], to path: String, replacing replaces: Bool) throws {
    let file = try OutputFile(path, replaces: replaces)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes an instance that `aap simuler` reads.
  public static func write(_ instance: Instance, to path: String) throws {
    try OutputFile.write(instance.json, to: path)
  }
}
