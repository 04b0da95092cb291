public import Allocation

extension Desk {
  /// Writes a text under its name, whole or not at all.
  public static func write(_ text: String, to path: String) throws {
    try OutputFile.write(text, to: path)
  }

  /// Writes bytes under their name, whole or not at all.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes an instance that `aap simuler` reads.
  public static func write(_ instance: Instance, to path: String) throws {
    try OutputFile.write(instance.json, to: path)
  }
}
