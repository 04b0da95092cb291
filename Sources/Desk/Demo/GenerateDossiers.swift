import Contract
import Vocabulary

extension Desk {
  /// Writes generated dossiers, one JSON document a line, for measures and training.
  ///
  /// - Parameters:
  ///   - count: number of dossiers.
  ///   - seed: seed of the generator.
  ///   - folder: folder of the territory.
  ///   - config: the call's file.
  ///   - path: the file to write.
  ///   - resources: templates and schemas.
  /// - Throws: ``DeskError`` or ``Vocabulary/Refusal``.
  public static func generate(
    count: Int, seed: UInt64, reference folder: String, config: String, to path: String,
    resources: Resources
  ) throws {
    let (data, findings) = try checkReference(folder: folder, resources: resources)
    guard let data else { throw Refusal(findings) }
    let callFolder = try CallFolder.load(config, resources: resources)
    let loaded = callFolder.check(with: data)
    guard let call = loaded.call else { throw Refusal(loaded.findings) }
    let generator = SeasonGenerator(
      reference: data, call: call, forms: callFolder.editions, seed: seed, count: count)
    let file = try OutputFile(path)
    for index in 0..<count { try file.write(generator.dossier(index).json + [0x0A]) }
    try file.finish()
  }
}
