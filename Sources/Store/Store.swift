import Contract
import Foundation
import GRDB
import Vocabulary

/// The base of one contract: a SQLite file in WAL mode, every commit forced to the disk.
///
/// Reads are free; writes are few, named, and each journals its act in the same transaction.
public struct Store: Sendable {
  let queue: DatabaseQueue

  /// Why a base cannot be opened or written.
  public enum Failure: Error, Hashable, Sendable {
    case missing(path: String)
    case alreadyExists(path: String)
    case cannotCreate(path: String, reason: String)
    case notABase(path: String)
    /// Written by a later release.
    case tooRecent(path: String)
    /// Another program holds the base.
    case busy
    /// The call was closed by an act; nothing was written.
    case callClosed(String)
    /// The ranking, or what it rests on, changed meanwhile.
    case rankingOvertaken
    /// Someone else sent a version of this dossier since the caller read it; nothing was written.
    case versionOvertaken(String)
    /// Marks were handed in or changed, or the dossier changed, since the caller read them.
    case reviewOvertaken(String)
    /// Someone else wrote in the session since the caller read it; nothing was written.
    case overtaken
    /// The draft was deposited or abandoned, or never was; nothing was written.
    case draftClosed(Int)
    /// Someone answered in the draft since its file was made; nothing was deposited.
    case draftChanged(Int)
    /// The disk or the file refused; the reason is in French.
    case inputOutput(String)
    /// SQLite refused what the program should never have asked; its own words, without any statement.
    case defect(String)
  }

  /// Opens an existing base and brings its schema up to date.
  ///
  /// - Throws: ``Failure``.
  public static func open(path: String) throws -> Store {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.missing(path: path)
    }
    guard !isFolder.boolValue else { throw Failure.notABase(path: path) }
    do {
      return try openForWriting(path: path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw Failure.notABase(path: path)
    } catch let error as DatabaseError where Self.refusesWriting.contains(error.resultCode) {
      // What cannot be written can often be read: commands that only read must still work.
      guard let store = try openForReading(path: path) else { throw failure(for: error) }
      return store
    } catch let error as DatabaseError {
      throw failure(for: error)
    }
  }

  private static let refusesWriting: [ResultCode] = [
    .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM,
  ]

  private static func openForWriting(path: String) throws -> Store {
    let queue = try DatabaseQueue(path: path, configuration: configuration())
    try queue.read { try checkOwner($0, path: path) }
    try useWriteAheadLog(queue)
    try Schema.migrator.migrate(queue)
    return Store(queue: queue)
  }

  /// Opens a base that will refuse every write; `nil` when it cannot even be read.
  ///
  /// - Throws: ``Failure/notABase(path:)`` or ``Failure/tooRecent(path:)``.
  static func openForReading(path: String) throws -> Store? {
    var configuration = configuration()
    configuration.readonly = true
    for name in [path, frozenName(of: path)].compactMap({ $0 }) {
      do {
        let queue = try DatabaseQueue(path: name, configuration: configuration)
        let isComplete = try queue.read { db in
          try checkOwner(db, path: path)
          return try Schema.migrator.hasCompletedMigrations(db)
        }
        if isComplete { return Store(queue: queue) }
      } catch is DatabaseError {
        continue
      }
    }
    return nil
  }

  /// How SQLite is told that nobody writes in a file, so that it needs nothing beside it; `nil` when a
  /// log still holds what the file does not.
  private static func frozenName(of path: String) -> String? {
    let log = try? FileManager.default.attributesOfItem(atPath: "\(path)-wal")
    guard (log?[.size] as? Int ?? 0) == 0 else { return nil }
    return URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }

  private static func checkOwner(_ db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw Failure.notABase(path: path)
    }
    if try Schema.migrator.hasBeenSuperseded(db) { throw Failure.tooRecent(path: path) }
  }

  /// Creates an empty base.
  ///
  /// - Throws: ``Failure/alreadyExists(path:)`` or ``Failure/cannotCreate(path:reason:)``.
  public static func create(path: String) throws -> Store {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure.alreadyExists(path: path)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
      try useWriteAheadLog(queue)
      try Schema.migrator.migrate(queue)
      return Store(queue: queue)
    } catch let error as DatabaseError {
      guard let reason = SQLiteFault.french(error) else { throw failure(for: error) }
      throw Failure.cannotCreate(path: path, reason: reason)
    }
  }

  /// A base in memory, with the same schema, for tests.
  public static func inMemory() throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration())
    try Schema.migrator.migrate(queue)
    return Store(queue: queue)
  }

  /// Only once the file is known to be ours: this writes in its header.
  private static func useWriteAheadLog(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// Runs a write transaction; either everything in it is on disk, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.write(body)
    } catch let error as DatabaseError {
      throw Self.failure(for: error)
    }
  }

  /// Reads a consistent state.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(body)
    } catch let error as DatabaseError {
      throw Self.failure(for: error)
    }
  }

  private static func failure(for error: DatabaseError) -> Failure {
    if [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) { return Failure.busy }
    if let reason = SQLiteFault.french(error) { return Failure.inputOutput(reason) }
    // The description would show the statement and its arguments: whatever people deposited.
    return Failure.defect(
      "SQLite \(error.extendedResultCode.rawValue) : \(error.message ?? "sans message")")
  }
}
