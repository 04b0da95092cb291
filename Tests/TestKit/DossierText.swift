import Contract
public import Dossiers
public import Forms
public import Vocabulary

/// A named applicant and its action, as the text of a file: one line a field, easy to vary.
///
/// A variation replaces what follows a key; ``application(in:)`` reads the text as a deposit would.
public struct DossierText: Sendable {
  public let text: String

  /// Takes the text of a filled form, one field a line in each section.
  public init(text: String) { self.text = text }

  /// The same file with another value for a field such as `projet.fin`, or a header such as `appel`;
  /// `nil` removes the line.
  public func with(_ field: String, _ value: String?) -> DossierText {
    let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      lines.removeAll { $0.hasPrefix("\(field):") }
      if let value { lines.insert("\(field): \(value)", at: 0) }
      return DossierText(text: lines.joined(separator: "\n"))
    }
    guard let section = lines.firstIndex(of: "\(parts[0]):") else {
      lines += ["\(parts[0]):"] + (value.map { ["  \(parts[1]): \($0)"] } ?? [])
      return DossierText(text: lines.joined(separator: "\n"))
    }
    let end = lines[(section + 1)...].firstIndex { !$0.hasPrefix("  ") } ?? lines.endIndex
    let place = lines[(section + 1)..<end].firstIndex { $0.hasPrefix("  \(parts[1]):") }
    if let place { lines.remove(at: place) }
    if let value { lines.insert("  \(parts[1]): \(value)", at: place ?? section + 1) }
    return DossierText(text: lines.joined(separator: "\n"))
  }

  /// The key written on a line, from 1: lets tests say where a finding stands without counting lines.
  public func key(onLine number: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return "?" }
    return lines[number - 1].prefix { $0 != ":" }.trimmingPrefix { $0 == " " }.description
  }

  /// The line of a field such as `projet.fin`, from 1.
  public func line(of field: String) -> Int? {
    let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count == 2, let section = lines.firstIndex(of: "\(parts[0]):") else { return nil }
    return lines[section...].firstIndex { $0.hasPrefix("  \(parts[1]):") }.map { $0 + 1 }
  }

  /// Reads the file with a form: its answers and what is wrong with its writing.
  public func answers(
    form: FormEdition, chart: ChartOfAccounts, file: String = "dossier.yaml"
  ) throws -> (answers: Answers, findings: [Finding]) {
    AnswerReader(form: form, chart: chart)
      .read(try YAMLSource.read(Array(text.utf8)), file: file)
  }

  /// Reads the file with the form it names, of this territory.
  public func application(in territory: Territory) throws -> Application {
    let node = try YAMLSource.read(Array(text.utf8))
    guard let form = node["formulaire"]?.text.flatMap({ territory.forms[$0] }) else {
      throw Territory.Unloadable(reasons: ["form of the character"])
    }
    return Application(answers: try answers(form: form, chart: territory.chart).answers)
  }
}
