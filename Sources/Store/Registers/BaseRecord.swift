public import Contract
import Foundation
import GRDB
public import Vocabulary

/// What a base is about.
public struct BaseRecord: Sendable {
  public let createdAt: Instant
  /// A training base: its clock may be set, its receipts say so.
  public let isTraining: Bool
  public let reference: ReferenceData
}

/// A file kept with its bytes, as it was read.
public struct KeptFile: Hashable, Sendable {
  public let name: String
  public let bytes: [UInt8]

  /// Keeps a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension Store {
  /// Fills a base just created: reference data, the files they came from, the first actor.
  ///
  /// - Parameters:
  ///   - reference: what the base is about.
  ///   - files: the files it comes from.
  ///   - vocabulary: edition and content of the first words that matching knows, if any.
  ///   - isTraining: whether its clock may be set.
  ///   - firstActor: who acts first.
  ///   - act: what the journal says.
  /// - Throws: ``Failure``.
  public func initialise(
    reference: ReferenceData, files: [KeptFile],
    vocabulary: (edition: String, content: String)? = nil,
    isTraining: Bool, firstActor: Actor, act: JournalAct
  ) throws {
    let content = try StoredJSON.encode(reference)
    try write { db in
      try db.execute(
        sql: "INSERT INTO base (id, createdAt, isTraining, reference) VALUES (1, ?, ?, ?)",
        arguments: [act.at.rfc3339, isTraining, content])
      try Self.keep(files, scope: "referentiel", in: db)
      try Self.insert(firstActor, at: act.at, in: db)
      try Journal.append(
        act.sealing(rules: content, files: Fingerprint.ofFiles(files.sorted { $0.name < $1.name })),
        in: db)
      if let vocabulary {
        _ = try Self.addVocabulary(
          edition: vocabulary.edition, content: vocabulary.content,
          act: JournalAct(
            actor: act.actor, at: act.at, act: "vocabulaire", subject: act.subject), in: db)
      }
    }
  }

  /// What the base is about; `nil` while it has not been initialised.
  public func baseRecord() throws -> BaseRecord? {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM base"),
        let createdAt = Instant(rfc3339: row["createdAt"])
      else { return nil }
      return BaseRecord(
        createdAt: createdAt, isTraining: row["isTraining"],
        reference: try StoredJSON.decode(ReferenceData.self, from: row["reference"]))
    }
  }

  /// The files kept under a scope, by name.
  public func files(scope: String) throws -> [KeptFile] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT name, content FROM sourceFile WHERE scope = ? ORDER BY name",
        arguments: [scope]
      ).map { KeptFile(name: $0["name"], bytes: Array($0["content"] as Data)) }
    }
  }

  static func keep(_ files: [KeptFile], scope: String, in db: Database) throws {
    for file in files {
      try db.execute(
        sql: "INSERT INTO sourceFile (scope, name, fingerprint, content) VALUES (?, ?, ?, ?)",
        arguments: [scope, file.name, Fingerprint.of(file.bytes), Data(file.bytes)])
    }
  }
}

/// Values kept as JSON with sorted keys, so that equal values have equal bytes.
enum StoredJSON {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch is DecodingError {
      throw Store.Failure.inputOutput("une valeur conservée dans la base ne se relit pas")
    }
  }
}
