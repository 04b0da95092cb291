import Forms
import Store
import Vocabulary

/// What the rules say of a draft, parted by what follows from it.
struct DraftJudgement: Hashable, Sendable {
  /// What refuses the deposit.
  var refusals: [Finding] = []
  /// What would make the dossier inadmissible once deposited.
  var obstacles: [Finding] = []
  var warnings: [Finding] = []
}

extension Dialogue {
  /// What the end of the form says: how much is answered, what is wrong, what can be done.
  mutating func summary() -> [String] {
    let asked = fields.filter(answers.isAsked)
    let answered = asked.count(where: answers.isAnswered)
    let judgement = matter.judge(answers.filled)
    let waiting = waitingLines
    isDepositing = judgement.refusals.isEmpty
    return [
      "",
      "Fin du formulaire : \(FrenchNumber.count(answered, "réponse", "réponses")) sur "
        + "\(FrenchNumber.count(asked.count, "question posée", "questions posées")).",
    ] + waiting + missing(judgement.refusals)
      + part("Empêche le dépôt :", judgement.refusals.filter { !isAbsence($0) })
      + part("N’empêche pas le dépôt, mais le dossier serait irrecevable :", judgement.obstacles)
      + part("À vérifier (n’empêche rien) :", judgement.warnings) + conclusion(judgement)
  }

  private func part(_ title: String, _ findings: [Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    let placed = findings.map { (FindingWords.question(of: $0, in: matter.edition) ?? -1, $0) }
    return [title]
      + placed.sorted { $0.0 < $1.0 }.map { FindingWords.long($0.1, in: matter.edition) }
  }

  /// Whether a finding only says that a whole question has no answer.
  private func isAbsence(_ finding: Finding) -> Bool {
    guard finding.code == "champs_obligatoires",
      let field = fields.first(where: { $0.id == finding.place.field })
    else { return false }
    return !answers.isAnswered(field)
  }

  /// The questions left without an answer, one short line each: they may be many.
  private func missing(_ refusals: [Finding]) -> [String] {
    let questions = refusals.filter(isAbsence)
      .compactMap { FindingWords.question(of: $0, in: matter.edition) }.sorted()
    guard !questions.isEmpty else { return [] }
    return ["Questions obligatoires sans réponse, qui empêchent le dépôt :"]
      + questions.map { "  \($0 + 1). \(fields[$0].label)" }
  }

  /// Questions whose answer waits for its author: to confirm, or to finish.
  private var waitingLines: [String] {
    let waiting = fields.indices.filter { index in
      let field = fields[index]
      return answers.isAsked(field)
        && (answers[field.id].map { !$0.isConfirmed } ?? false
          || answers.unfinishedText(field.id) != nil)
    }
    guard !waiting.isEmpty else { return [] }
    return ["Réponses à confirmer ou à finir, qui ne comptent pas encore :"]
      + waiting.map { "- Question \($0 + 1) (\(fields[$0].label))" }
  }

  private func conclusion(_ judgement: DraftJudgement) -> [String] {
    isDepositing
      ? ["Rien n’empêche le dépôt. Déposer maintenant ? (oui ou non)"]
      : [
        "Tapez le numéro d’une question pour y aller, « :deposer » pour vérifier de nouveau, « :quitter » pour continuer plus tard."
      ]
  }

  /// Goes to the end of the form, where everything is judged.
  mutating func verify() -> Turn {
    go(to: fields.count)
    return Turn(request: .keep([], position: position))
  }

  mutating func takeAtEnd(_ text: String) -> Turn {
    let typed = text.trimmedOfSpaces
    guard isDepositing else { return typed.isEmpty ? Turn() : choose(typed) }
    switch typed.folded {
    case "oui", "o": return Turn(request: .deposit)
    case "non", "n": return Turn(request: .leave)
    case "": return Turn(said: ["Tapez oui ou non."])
    default: return choose(typed)
    }
  }

  /// Says why the deposit was refused; the draft is as it was.
  mutating func depositRefused(_ reason: [String]) -> Turn {
    isDepositing = false
    return Turn(
      said: ["Le dossier n’est pas déposé."] + reason + [
        "Votre brouillon est gardé ; « :exporter CHEMIN.yaml » en fait un fichier, « :deposer » essaie de nouveau."
      ])
  }

  /// Every answer, read back.
  var everything: [String] {
    matter.edition.sections.flatMap { section -> [String] in
      let lines = section.fields.filter(answers.isAsked).flatMap { readBack($0) }
      return lines.isEmpty ? [] : ["", "Rubrique : \(section.title)"] + lines
    }
  }

  private func readBack(_ field: Field) -> [String] {
    guard let index = fields.firstIndex(of: field) else { return [] }
    let number = "\(index + 1). \(field.label)"
    var said: [String] = []
    if let held = answers[field.id], !held.raw.isEmpty {
      let lines = matter.words.lines(held.raw, as: field.kind)
      let mark = held.isConfirmed ? "" : " (l’an dernier, à confirmer)"
      said =
        lines.count == 1 && !field.kind.hasLines
        ? ["\(number)\(mark) : \(lines[0])"] : ["\(number)\(mark) :"] + lines.map { "  \($0)" }
    }
    if answers.unfinishedText(field.id) != nil { said.append("\(number) : texte à finir") }
    return said
  }
}

extension Field.Kind {
  /// Whether an answer is read back on lines of its own.
  fileprivate var hasLines: Bool {
    switch self {
    case .list, .table, .accounts, .longText: true
    case .text, .choice, .yesNo, .integer, .percentage, .amount, .day, .identifier, .reference:
      false
    }
  }
}
