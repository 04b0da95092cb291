import Dossiers
import Foundation
import GRDB
import TestKit
import Testing

@testable import Store

@Suite struct `Opening a base` {
  @Test func `finds everything again after closing, journal included`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    let before = try SmallBase.decided(at: path).rowCounts()
    let again = try Store.open(path: path)
    #expect(try again.rowCounts() == before)
    #expect(try again.brokenInvariants() == [])
    guard case .intact(let lines, _) = try again.verifyJournal() else {
      Issue.record("the journal is broken")
      return
    }
    #expect(lines == 12)
  }

  @Test func `runs each migration once only`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    let first = try schema(of: SmallBase.open(at: path))
    #expect(first.contains { $0.contains("CREATE TABLE journal") })
    #expect(try schema(of: Store.open(path: path)) == first)
    #expect(try schema(of: Store.open(path: path)) == first)
    #expect(try schema(of: SmallBase.open()) == first)
  }

  @Test func `commits to the disk before saying so, and keeps foreign keys on`() throws {
    let folder = try TemporaryFolder()
    let store = try SmallBase.open(at: folder.file("base.sqlite"))
    let pragmas = try store.queue.read { db in
      try ["journal_mode", "synchronous", "foreign_keys"].map { name in
        try Row.fetchOne(db, sql: "PRAGMA \(name)").map { "\(name) \($0[0] as DatabaseValue)" }
      }
    }
    #expect(pragmas == ["journal_mode \"wal\"", "synchronous 2", "foreign_keys 1"])
  }

  @Test func `says that the file is missing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("absente.sqlite")
    #expect(throws: Store.Failure.missing(path: path)) { try Store.open(path: path) }
    #expect(folder.names == [])
  }

  @Test func `never creates over a file, nor in a folder that is not there`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("à moi", to: "notes.txt")
    #expect(throws: Store.Failure.alreadyExists(path: path)) { try Store.create(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "à moi")
    #expect {
      try Store.create(path: folder.file("absent/base.sqlite"))
    } throws: { error in
      if case Store.Failure.cannotCreate = error { true } else { false }
    }
    #expect(folder.names == ["notes.txt"])
  }

  @Test(arguments: ["", "texte", String(repeating: "ceci n’est pas une base ", count: 500)])
  func `refuses a file that is not a base, and leaves it as it was`(content: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(content, to: "base.sqlite")
    #expect(throws: Store.Failure.notABase(path: path)) { try Store.open(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    #expect(folder.names == ["base.sqlite"])
  }

  @Test func `refuses the base of another program, and leaves it as it was`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("autre.sqlite")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(throws: Store.Failure.notABase(path: path)) { try Store.open(path: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    #expect(folder.names == ["autre.sqlite"])
  }

  @Test func `refuses a folder`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Store.Failure.notABase(path: folder.path)) {
      try Store.open(path: folder.path)
    }
  }

  @Test func `refuses the schema of a later release`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try SmallBase.open(at: path).tamper("INSERT INTO grdb_migrations VALUES ('999 later')")
    #expect(throws: Store.Failure.tooRecent(path: path)) { try Store.open(path: path) }
  }

  private func schema(of store: Store) throws -> [String] {
    try store.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_master WHERE sql IS NOT NULL
          UNION ALL SELECT identifier FROM grdb_migrations ORDER BY 1
          """)
    }
  }
}

@Suite struct `Two programs on one base` {
  /// Another program's connection, which may hold the base for as long as it likes.
  private func other(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  @Test func `write one after the other: the second waits`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    let store = try SmallBase.open(at: path)
    let other = try other(path)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let release = Thread { [other] in
      Thread.sleep(forTimeInterval: 0.5)
      try? other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    }
    let start = ContinuousClock.now
    release.start()
    #expect(try SmallBase.deposit(["un"], in: store).map(\.number.order) == [1])
    #expect(ContinuousClock.now - start > .milliseconds(300))
  }

  @Test func `read while one writes, and the other gives up with a clear word`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    let store = try SmallBase.open(at: path)
    let other = try other(path)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(try store.calls().count == 1)
    #expect(throws: Store.Failure.busy) { try SmallBase.deposit(["un"], in: store) }
    try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    #expect(try SmallBase.deposit(["un"], in: store).map(\.number.order) == [1])
  }

  @Test func `deposit at once without sharing a number`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    let first = try SmallBase.open(at: path)
    let second = try Store.open(path: path)
    for index in 0..<10 {
      _ = try SmallBase.deposit(["a\(index)"], in: first)
      _ = try SmallBase.deposit(["b\(index)"], in: second)
    }
    #expect(try first.dossierLines(call: "2016").map(\.number.order) == Array(1...20))
    #expect(try second.brokenInvariants() == [])
  }
}
