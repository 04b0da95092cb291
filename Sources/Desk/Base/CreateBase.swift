public import Contract
import Foundation
import Matching
import Store
public import Vocabulary

/// What creating a base takes.
public struct BaseRequest: Sendable {
  public let path: String
  /// Folder of the territory's files.
  public let reference: String
  public let actor: String
  public let isTraining: Bool

  /// Describes the base to create.
  public init(path: String, reference: String, actor: String, isTraining: Bool) {
    self.path = path
    self.reference = reference
    self.actor = actor
    self.isTraining = isTraining
  }
}

extension Desk {
  /// Reads a territory's folder and says everything wrong in it.
  ///
  /// - Returns: the data as far as they could be read, and the findings of the territory's files and of
  ///   every call folder inside it.
  public static func checkReference(
    folder: String, resources: Resources
  ) throws -> (data: ReferenceData?, findings: [Finding]) {
    let files = try referenceFiles(in: folder)
    var (data, findings) = files.load()
    guard let data else { return (nil, findings.inReadingOrder()) }
    findings += try VocabularyFiles.inFolder(folder).load(for: data).findings
    for name in callFolders(in: folder) {
      let loaded = try CallFolder.load("\(folder)/\(name)/appel.yaml", resources: resources)
        .check(with: data)
      findings += loaded.findings
    }
    return (data, findings.inReadingOrder())
  }

  /// Creates a base from a territory's folder.
  ///
  /// - Throws: ``Refusal`` with every incoherence, ``Store/Failure``, ``DeskError``.
  public static func create(
    _ request: BaseRequest, resources: Resources, surroundings: Surroundings,
    clockOverride: String? = nil, isSimulated: Bool = false
  ) throws -> ReferenceData {
    let clock = try clock(surroundings, override: clockOverride, isTraining: request.isTraining)
    try checkActorID(request.actor)
    let files = try referenceFiles(in: request.reference)
    let (data, findings) = files.load()
    guard let data, !findings.areBlocking else { throw Refusal(findings.inReadingOrder()) }
    let words = try VocabularyFiles.inFolder(request.reference)
    let loaded = words.load(for: data)
    if loaded.findings.areBlocking { throw Refusal(loaded.findings.inReadingOrder()) }
    guard !isSimulated else { return data }
    let vocabulary = try loaded.vocabulary()
    let store = try Store.create(path: request.path)
    let act = JournalAct(
      actor: request.actor, at: clock.now(), act: "creation", subject: data.contract.id,
      detail: request.isTraining ? "formation" : "")
    try store.initialise(
      reference: data,
      files: zip(ReferenceFiles.names, files.all).map { KeptFile(name: $0, bytes: $1.bytes) }
        + words.kept,
      vocabulary: words.kept.isEmpty ? nil : (vocabulary.lexicon.version, vocabulary.text),
      isTraining: request.isTraining, firstActor: Actor(id: request.actor, role: .secretary),
      act: act)
    return data
  }

  private static func referenceFiles(in folder: String) throws -> ReferenceFiles {
    let files = try ReferenceFiles.names.map { name in
      try InputFile.read("\(folder)/\(name)", showing: "\(folder)/\(name)")
    }
    guard let reference = ReferenceFiles(files) else {
      throw DeskError.inputMissing(path: folder)
    }
    return reference
  }

  /// The call folders of a territory, by name.
  static func callFolders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      name.hasPrefix("appel-")
        && FileManager.default.fileExists(atPath: "\(folder)/\(name)/appel.yaml")
    }.sorted()
  }
}
