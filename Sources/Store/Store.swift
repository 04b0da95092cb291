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
    /// The disk or the file refused; the reason is SQLite's.
    case inputOutput(String)
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
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      let applicationID = try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
      guard applicationID == Schema.applicationID else { throw Failure.notABase(path: path) }
      if try queue.read(Schema.migrator.hasBeenSuperseded) { throw Failure.tooRecent(path: path) }
      try useWriteAheadLog(queue)
      try Schema.migrator.migrate(queue)
      return Store(queue: queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw Failure.notABase(path: path)
    } catch let error as DatabaseError {
      throw failure(for: error)
    }
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
      throw Failure.cannotCreate(path: path, reason: error.message ?? error.description)
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

  private static func failure(for error: DatabaseError) -> any Error {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: Failure.busy
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_CORRUPT:
      Failure.inputOutput(error.message ?? error.description)
    default: error
    }
  }
}
