import Forms
import Store
import Vocabulary

extension Dialogue {
  /// Understands one line.
  mutating func take(_ line: String) -> Turn {
    guard !line.contains("\u{1B}") else {
      return Turn(said: [
        "Les touches de direction ne servent pas ici : cette ligne n’est pas gardée, retapez-la."
      ])
    }
    switch DialogueCommand.read(line) {
    case .answer(let text): return takeAnswer(text)
    case .command(let command, let argument): return obey(command, argument)
    case .ambiguous(let commands):
      return Turn(
        said: ["Plusieurs commandes commencent ainsi :"] + commands.map { "- \($0.french)" })
    case .unknown(let word, let near):
      let hint = near.map { " ; vouliez-vous dire « :\($0.rawValue) » ?" } ?? "."
      return Turn(said: [
        "« :\(word) » n’est pas une commande\(hint)",
        "Une réponse qui commence par deux-points s’écrit avec deux : « ::\(word) ».",
      ])
    }
  }

  /// A line that could not be read whole, and what to do.
  func refuseLine(tooLong: Bool) -> Turn {
    Turn(
      said: tooLong
        ? [
          "Cette ligne est trop longue pour le terminal, qui en aurait perdu la fin : elle n’est pas gardée.",
          "À faire : appuyez plus souvent sur Entrée, ou écrivez le texte dans un fichier et tapez « :fichier CHEMIN ».",
        ]
        : [
          "Cette ligne n’est pas du texte UTF-8 : elle n’est pas gardée.",
          "À faire : retapez-la, ou réglez le terminal sur UTF-8.",
        ])
  }

  private mutating func takeAnswer(_ text: String) -> Turn {
    if isChoosing { return choose(text) }
    guard field != nil else { return takeAtEnd(text) }
    guard var typing = entry else { return Turn() }
    let step = typing.take(text)
    entry = typing
    return follow(step)
  }

  /// Keeps what a step gives, and goes on when it is over.
  mutating func follow(_ step: EntryStep) -> Turn {
    guard let field else { return Turn(said: step.said) }
    let changes = changes(of: step, in: field)
    answers.apply(changes)
    var said = step.said
    if !changes.isEmpty, step.answer != nil {
      said += RunningBalance(answers.answers).words(after: field.id)
    }
    guard step.isOver else {
      return Turn(request: changes.isEmpty ? nil : .keep(changes, position: position), said: said)
    }
    goOn()
    return Turn(request: .keep(changes, position: position), said: said)
  }

  private func changes(of step: EntryStep, in field: Field) -> [DraftChange] {
    let partial = DraftAnswer.partial(of: field.id)
    let unfinished = answers.unfinishedText(field.id)
    if let text = step.unfinished {
      let value = DraftValue(field: partial, value: RawAnswer.text(text).json, isConfirmed: false)
      return [.set(value, replacing: unfinished?.json)]
    }
    guard let answer = step.answer else { return [] }
    let held = answers[field.id]?.json
    let change: DraftChange =
      answer.isEmpty
      ? .erase(field: field.id, replacing: held)
      : .set(DraftValue(field: field.id, value: answer.json), replacing: held)
    let rest = unfinished.map { DraftChange.erase(field: partial, replacing: $0.json) }
    return [change] + [rest].compactMap { $0 }
  }

  /// Takes what the draft holds, when someone else may have written in it.
  ///
  /// - Returns: what to say when the question being asked was answered meanwhile: the line just typed
  ///   does not count, since it answers what is no longer there.
  mutating func refresh(_ stored: [DraftAnswer]) -> Turn? {
    let shown = field.map { [answers[$0.id], answers.unfinishedText($0.id)] }
    answers.load(stored)
    guard let field, shown != [answers[field.id], answers.unfinishedText(field.id)] else {
      return nil
    }
    restart()
    return Self.overtaken
  }

  /// Begins the question again because the base did not keep its answer.
  ///
  /// - Parameters:
  ///   - changes: what was to be kept.
  ///   - stored: what the draft holds.
  ///   - reason: why, when it is not that someone else has answered.
  /// - Returns: what to say before the question is asked again.
  mutating func notKept(
    _ changes: [DraftChange], stored: [DraftAnswer], because reason: [String]? = nil
  ) -> Turn {
    answers.load(stored)
    let names = changes.map { change in
      switch change {
      case .set(let value, _): value.field
      case .erase(let name, _): name
      }
    }
    let place = fields.firstIndex { field in
      names.contains(field.id) || names.contains(DraftAnswer.partial(of: field.id))
    }
    go(to: place ?? index)
    return reason.map { Turn(said: $0 + ["Cette réponse n’est pas gardée : retapez-la."]) }
      ?? Self.overtaken
  }

  private static let overtaken = Turn(said: [
    "Attention : quelqu’un vient de changer cette réponse ailleurs ; la vôtre n’est pas gardée.",
    "À faire : relisez ce qui suit, puis répondez de nouveau si vous voulez le remplacer.",
  ])

  /// Takes a text read from a file as the answer to the question.
  mutating func takeFile(_ bytes: [UInt8], named name: String) -> Turn {
    guard let field, case .longText = field.kind, let typing = entry as? TextEntry else {
      return Turn(said: ["« :fichier » ne sert qu’aux textes longs ; tapez ici la réponse."])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return Turn(said: [
        "« \(name) » n’est pas du texte UTF-8.",
        "À faire : enregistrez-le en UTF-8 (« texte brut ») et recommencez.",
      ])
    }
    return follow(typing.finish(text))
  }
}
