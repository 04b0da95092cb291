import Contract
public import Forms
import Synchronization

/// Form editions by name, each read at its first use: a dossier fills one of them.
public final class FormShelf: Sendable {
  private struct Entry: Sendable {
    let edition: FormEdition
    let reader: AnswerReader
  }

  private let sources: [String: SourceFile]
  private let chart: ChartOfAccounts
  private let read: Mutex<[String: Entry]>

  /// Shelves the files of editions, by the name of each.
  init(sources: [String: SourceFile], chart: ChartOfAccounts) {
    self.sources = sources
    self.chart = chart
    read = Mutex([:])
  }

  /// The names of the editions, in order.
  public var names: [String] { sources.keys.sorted() }

  /// Every edition, in the order of their names.
  public var all: [FormEdition] { names.compactMap { self[$0] } }

  /// The edition of this name.
  public subscript(name: String) -> FormEdition? { entry(name)?.edition }

  /// What reads a form of this edition once filled.
  func reader(_ name: String) -> AnswerReader? { entry(name)?.reader }

  private func entry(_ name: String) -> Entry? {
    read.withLock { read in
      if let entry = read[name] { return entry }
      guard let source = sources[name], let edition = FormEdition.load(source).form else {
        return nil
      }
      let entry = Entry(edition: edition, reader: AnswerReader(form: edition, chart: chart))
      read[name] = entry
      return entry
    }
  }
}
