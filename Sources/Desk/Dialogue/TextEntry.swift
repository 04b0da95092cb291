import Forms
import Vocabulary

/// A question that takes several lines, ended by a line that holds only a point.
///
/// Each line is kept at once beside the answer in force, which it replaces only when the text ends.
struct TextEntry: QuestionEntry {
  private let matter: QuestionMatter
  private var lines: [String]

  /// - Parameters:
  ///   - matter: the question.
  ///   - unfinished: what was already written of a new text.
  init(_ matter: QuestionMatter, unfinished: String?) {
    self.matter = matter
    lines =
      unfinished.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { $0.map(String.init) } ?? []
  }

  private var text: String { lines.joined(separator: "\n") }

  private var maximum: Int {
    if case .longText(let maximum) = matter.field.kind { maximum } else { 0 }
  }

  var opening: [String] {
    var said: [String] = []
    if let current = matter.current {
      said = ["\(matter.announced) :"] + matter.words.lines(current, as: matter.field.kind)
      if lines.isEmpty { said.append("Entrée garde ce texte ; ce que vous tapez le remplacera.") }
    }
    if !lines.isEmpty {
      said += ["Vous aviez commencé à écrire :"] + lines
      said.append("Continuez, ou tapez un point seul pour finir.")
    }
    return said
  }

  var cue: String {
    guard lines.isEmpty else { return "Ligne \(lines.count + 1) :" }
    return "Votre réponse (plusieurs lignes ; un point seul sur une ligne pour finir) :"
  }

  var explained: Field { matter.field }

  mutating func take(_ line: String) -> EntryStep {
    if lines.isEmpty, line.trimmedOfSpaces.isEmpty || line.trimmedOfSpaces == "." {
      if let current = matter.current { return matter.kept(current) }
      return EntryStep(said: matter.skipped, isOver: true)
    }
    if line.trimmedOfSpaces == "." { return finish(text.trimmedOfSpaces) }
    return add(line)
  }

  private mutating func add(_ line: String) -> EntryStep {
    let longer = (lines + [line]).joined(separator: "\n")
    let faults = matter.reader.read(longer, as: matter.field.kind, at: matter.field.id).findings
    guard faults.isEmpty else {
      return EntryStep(
        said: ["Cette ligne n’est pas gardée."] + FindingWords.short(faults)
          + ["Les lignes d’avant le sont ; un point seul finit le texte, « :effacer » le retire."])
    }
    lines.append(line)
    return EntryStep(unfinished: longer)
  }

  /// Takes a whole text at once, from a file for instance.
  func finish(_ text: String) -> EntryStep {
    let (read, faults) = matter.reader.read(text, as: matter.field.kind, at: matter.field.id)
    guard let read else {
      return EntryStep(said: faults.isEmpty ? ["Ce texte est vide."] : FindingWords.short(faults))
    }
    let size = FrenchNumber.count(read.count, "caractère", "caractères")
    return EntryStep(
      answer: .text(read), said: ["\(size) sur \(FrenchNumber.text(maximum))."], isOver: true)
  }
}
