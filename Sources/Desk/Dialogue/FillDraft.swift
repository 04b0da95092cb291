import Contract
import Dossiers
import Forms
import Matching
import Rules
import Store
import Vocabulary

extension Desk {
  /// Asks the questions of a draft one after the other until it is deposited or left.
  ///
  /// Each answer is on disk before the next question is shown; ending the program at any moment loses
  /// nothing but the line being typed.
  ///
  /// - Throws: ``DeskError``, `Store.Failure`.
  public func fillDraft(_ id: Int, on console: Console) throws {
    let draft = try draft(id)
    let context = try callContext(draft.record.call)
    guard let edition = context.library.editions[draft.record.form] else {
      throw DeskError.refused(
        "Le formulaire « \(draft.record.form) » de ce brouillon n’est plus dans l’appel.",
        remedy: "Écrivez au secrétariat de l’appel.")
    }
    var answers = DraftAnswers(
      edition: edition, chart: context.library.chart, call: context.call.id,
      applicantKind: draft.record.applicantKind)
    answers.load(draft.answers)
    let dialogue = Dialogue(
      matter(of: edition, in: context), answers: answers,
      position: draft.record.position)
    var filling = DraftFilling(
      desk: self, draft: draft.record, console: console, dialogue: dialogue)
    try filling.run(greeting: Self.greeting(draft.record, edition: edition, in: context))
  }

  /// Asks which kind of applicant fills the form; `nil` when nobody answers.
  public func chooseKind(in context: CallContext, on console: Console) throws -> String? {
    let kinds = context.call.applicants.map(\.kind)
    guard kinds.count > 1 else { return kinds.first }
    var lines = ["Qui dépose le dossier ?"] + kinds.enumerated().map { "  \($0 + 1). \($1)" }
    let search = ReferenceSearch(kinds.map { ReferenceCandidate(code: $0, name: $0) })
    while true {
      console.say(ScreenText.text(lines + ["Votre réponse :"]))
      guard let typed = try console.read() else { return nil }
      lines = ["Tapez le numéro, ou les premières lettres ; « :quitter » arrête."]
      guard case .text(let text) = typed else { continue }
      switch DialogueCommand.read(text) {
      case .command(.leave, _): return nil
      case .answer(let answer):
        if let number = Int(answer.trimmedOfSpaces), kinds.indices.contains(number - 1) {
          return kinds[number - 1]
        }
        let found = search.find(answer)
        if found.count == 1 { return found[0].code }
      default: continue
      }
    }
  }

  private static func greeting(
    _ draft: DraftRecord, edition: FormEdition, in context: CallContext
  ) -> [String] {
    let closing = context.call.calendar.closing.lastDay
    let origin = draft.renews.map { ", d’après le dossier \($0)" } ?? ""
    return [
      "\(context.call.title) : \(edition.title).",
      "Brouillon \(draft.id)\(origin) ; dépôt jusqu’au \(closing.french).",
      draft.answered > 0
        ? "Vous reprenez où vous en étiez : \(FrenchNumber.count(draft.answered, "réponse gardée", "réponses gardées"))."
        : "Chaque réponse est gardée dès que vous appuyez sur Entrée.",
      "« ? » explique la question, « :aide » donne les commandes, « :quitter » arrête.",
    ]
  }

  private func matter(
    of edition: FormEdition, in context: CallContext
  ) -> DialogueMatter {
    DialogueMatter(
      edition: edition, chart: context.library.chart,
      catalogue: ReferenceCatalogue(reference: context.reference, call: context.call),
      judge: { judge($0, edition: edition, in: context) },
      nearest: { answers in
        ObjectiveMatcher(reference: context.reference)
          .match(ProjectText(of: Application(answers: answers)))
          .filter { !$0.words.isEmpty }.prefix(3)
          .map { NearObjective(code: $0.code, words: Array($0.words.prefix(4))) }
      })
  }

  private func judge(
    _ filled: FilledForm, edition: FormEdition, in context: CallContext
  ) -> DraftJudgement {
    let text = CommentedYAML.text(filled, edition: edition, chart: context.library.chart)
    let file = SourceFile(name: "brouillon.yaml", bytes: Array(text.utf8))
    let reading = context.library.read(file)
    let beside = lookBeside(reading, bytes: file.bytes, in: context)
    let now = surroundings.now()
    func findings(at moment: Moment) -> [Finding] {
      verify(reading, named: file.name, in: context, at: now, [moment], beside: beside).findings
    }
    let deposit = findings(at: .deposit)
    let later = findings(at: .admissibility)
      .filter { $0.family == .rule && !deposit.contains($0) }
    return DraftJudgement(
      refusals: deposit.filter { $0.severity == .blocking },
      obstacles: later.filter { $0.severity == .blocking },
      warnings: (deposit + later).filter { $0.severity != .blocking })
  }
}
