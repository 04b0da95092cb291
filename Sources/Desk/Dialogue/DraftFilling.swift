import Contract
import Dossiers
import Forms
import Store
import Vocabulary

/// Drives the dialogue on a draft: keeps what it asks to keep, then says what it says.
struct DraftFilling {
  let desk: Desk
  let draft: DraftRecord
  let console: Console
  var dialogue: Dialogue

  /// What to say next; `nil` once the dialogue is over.
  private typealias Said = [String]?

  /// Reads lines until the dialogue is over.
  mutating func run(greeting: [String]) throws {
    var said = greeting
    while true {
      console.say(ScreenText.text(said + dialogue.prompt()))
      guard let typed = try console.read() else { return leave("Fin de la saisie. ") }
      guard let next = try answer(to: typed) else { return }
      said = next
    }
  }

  private func leave(_ beginning: String = "") {
    console.say(
      ScreenText.text([
        "\(beginning)Tout ce qui a été répondu est gardé. Pour reprendre :",
        "aap dossier saisir --reprendre \(draft.id)",
      ]))
  }

  private mutating func answer(to typed: TypedLine) throws -> Said {
    let stored = try desk.draft(draft.id)
    if let turn = dialogue.refresh(stored.answers) { return turn.said }
    switch typed {
    case .text(let line): return try perform(dialogue.take(line))
    case .tooLong: return dialogue.refuseLine(tooLong: true).said
    case .unreadable: return dialogue.refuseLine(tooLong: false).said
    }
  }

  private mutating func perform(_ turn: Turn) throws -> Said {
    switch turn.request {
    case nil: return turn.said
    case .keep(let changes, let position):
      return try keep(changes, position: position, saying: turn.said)
    case .readFile(let path): return try perform(readFile(path))
    case .export(let path): return export(to: path)
    case .deposit: return try deposit()
    case .leave:
      leave()
      return nil
    }
  }

  private mutating func keep(
    _ changes: [DraftChange], position: String, saying said: [String]
  ) throws -> Said {
    do {
      let writing = try desk.store.record(
        changes, in: draft.id, position: position, by: desk.actorID, at: desk.surroundings.now())
      if case .written = writing { return said }
      return dialogue.notKept(changes, stored: try desk.draft(draft.id).answers).said
    } catch Store.Failure.busy {
      let stored = try desk.draft(draft.id).answers
      return dialogue.notKept(changes, stored: stored, because: [Store.Failure.busy.french]).said
    }
  }

  private mutating func readFile(_ path: String) -> Turn {
    do {
      let file = try InputFile.read(path, limit: SourceLimits.untrusted.bytes)
      return dialogue.takeFile(file.bytes, named: path)
    } catch {
      return Turn(said: Self.words(of: error))
    }
  }

  private func export(to path: String) -> Said {
    do {
      let library = try desk.callContext(draft.call).library
      let bytes = try library.write(
        dialogue.answers.filled, edition: dialogue.matter.edition,
        as: FormLibrary.format(askedBy: path))
      try Desk.write(bytes, to: path, replacing: false)
      return [
        "Les réponses confirmées sont écrites dans « \(path) ».",
        "Ce fichier se vérifie (aap dossier verifier) et se dépose (aap dossier deposer).",
      ]
    } catch {
      return Self.words(of: error)
    }
  }

  private mutating func deposit() throws -> Said {
    let stored = try desk.draft(draft.id)
    dialogue.answers.load(stored.answers)
    let text = CommentedYAML.text(
      dialogue.answers.filled, edition: dialogue.matter.edition, chart: dialogue.matter.chart)
    let file = SourceFile(name: "brouillon \(draft.id)", bytes: Array(text.utf8))
    // The call is read again: it may have been closed since the dialogue began.
    let context = try desk.callContext(draft.call)
    do {
      let source = NewDossier.Draft(id: draft.id, revision: stored.record.revision)
      if let receipt = try desk.deposit(file, from: source, in: context).receipt {
        give(receipt, in: context)
      }
      return nil
    } catch let error where Self.leavesTheDraft(error) {
      return dialogue.depositRefused(Self.words(of: error)).said
    }
  }

  /// Once the dossier is on disk nothing may say that it is not.
  private func give(_ receipt: Receipt, in context: CallContext) {
    let number = receipt.number.text
    var said = ["Le dossier est déposé sous le numéro \(number)."]
    do {
      console.give(
        try desk.text(of: receipt, in: context),
        "Le dossier EST déposé sous le numéro \(number) : aap dossier recu \(number).")
      said += try desk.applicantFile(of: receipt.number, in: context).french
    } catch {
      said += Self.words(of: error) + ["Son récépissé : aap dossier recu \(number)."]
    }
    console.say(ScreenText.text(said))
  }

  private static func leavesTheDraft(_ error: any Error) -> Bool {
    switch error {
    case is Refusal, is DeskError, Store.Failure.busy, Store.Failure.draftChanged: true
    default: false
    }
  }

  private static func words(of error: any Error) -> [String] {
    switch error {
    case let refusal as Refusal:
      FindingWords.short(refusal.findings.filter { $0.severity == .blocking })
    case let error as DeskError: [error.french]
    case let error as Store.Failure: [error.french]
    default: ["Défaut du programme (\(error)) ; merci de signaler ce message."]
    }
  }
}
