import Forms
import Store
import Vocabulary

extension Dialogue {
  /// Does what a command asks.
  mutating func obey(_ command: DialogueCommand, _ argument: String) -> Turn {
    switch command {
    case .back: return back()
    case .skip: return skip()
    case .go: return argument.isEmpty ? showSections() : choose(argument)
    case .missing: return showMissing()
    case .erase: return erase()
    case .show: return Turn(said: everything)
    case .verify, .deposit: return verify()
    case .file: return needingPath(argument, "fichier") { .readFile($0) }
    case .export: return needingPath(argument, "exporter") { .export($0) }
    case .leave: return Turn(request: .leave)
    case .help: return Turn(said: argument == "?" ? questionHelp : commandHelp)
    }
  }

  private func needingPath(
    _ argument: String, _ command: String, _ request: (String) -> DialogueRequest
  ) -> Turn {
    guard argument.isEmpty else { return Turn(request: request(argument)) }
    return Turn(said: ["Donnez le chemin du fichier : « :\(command) CHEMIN »."])
  }

  private mutating func back() -> Turn {
    guard goBack() else { return Turn(said: ["C’est la première question."]) }
    return Turn(request: .keep([], position: position))
  }

  private mutating func skip() -> Turn {
    guard let field else { return Turn(said: ["Il n’y a plus de question."]) }
    let isMissing = field.isRequired && !answers.isAnswered(field)
    goOn()
    return Turn(
      request: .keep([], position: position),
      said: isMissing ? ["Passée ; « :manque » la rappellera."] : [])
  }

  private mutating func erase() -> Turn {
    guard let field else { return Turn(said: ["Il n’y a pas de question ici."]) }
    var changes: [DraftChange] = []
    if let held = answers[field.id] {
      changes.append(.erase(field: field.id, replacing: held.json))
    }
    if let text = answers.unfinishedText(field.id) {
      changes.append(.erase(field: DraftAnswer.partial(of: field.id), replacing: text.json))
    }
    guard !changes.isEmpty else { return Turn(said: ["Cette question n’a pas de réponse."]) }
    answers.apply(changes)
    restart()
    return Turn(request: .keep(changes, position: position), said: ["Réponse retirée."])
  }

  // MARK: Going somewhere

  private mutating func showSections() -> Turn {
    isChoosing = true
    return Turn(
      said: ["Rubriques, par le numéro de leur première question :"] + sectionLines
        + ["Tapez un numéro de question, ou quelques lettres de la rubrique."])
  }

  private var sectionLines: [String] {
    matter.edition.sections.compactMap { section in
      let asked = section.fields.filter(answers.isAsked)
      guard let first = asked.first, let number = fields.firstIndex(of: first) else { return nil }
      let answered = asked.count(where: answers.isAnswered)
      return "  \(number + 1). \(section.title) : "
        + "\(FrenchNumber.count(answered, "réponse", "réponses")) sur \(asked.count)"
    }
  }

  /// Goes where a number or a few letters say.
  mutating func choose(_ text: String) -> Turn {
    let typed = text.trimmedOfSpaces
    guard !typed.isEmpty else {
      restart()
      return Turn()
    }
    if let number = Int(typed) { return choose(number: number) }
    let found = places(named: typed)
    guard let first = found.first else {
      isChoosing = true
      return Turn(said: ["Aucune rubrique ni question ne s’appelle « \(typed) »."] + sectionLines)
    }
    guard found.count == 1 else {
      isChoosing = true
      return Turn(
        said: ["Plusieurs questions peuvent être celle-là :"]
          + found.map { "  \($0 + 1). \(fields[$0].label)" })
    }
    return arrive(at: first)
  }

  private mutating func choose(number: Int) -> Turn {
    guard fields.indices.contains(number - 1) else {
      return Turn(said: ["Les questions vont de 1 à \(fields.count)."])
    }
    guard answers.isAsked(fields[number - 1]) else {
      let condition = fields[number - 1].condition?.french ?? ""
      return Turn(said: ["La question \(number) n’est posée que si \(condition)."])
    }
    return arrive(at: number - 1)
  }

  private mutating func arrive(at index: Int) -> Turn {
    go(to: index)
    return Turn(request: .keep([], position: position))
  }

  /// Indexes of the questions that a name means: a section by its first one, before any question.
  private func places(named name: String) -> [Int] {
    let sections = ReferenceSearch(
      matter.edition.sections.compactMap { section in
        section.fields.first(where: answers.isAsked).map {
          ReferenceCandidate(code: $0.id, name: section.title, aliases: [section.id])
        }
      })
    let questions = ReferenceSearch(
      fields.filter(answers.isAsked).map { ReferenceCandidate(code: $0.id, name: $0.label) })
    let found = sections.find(name)
    return (found.isEmpty ? questions.find(name) : found).compactMap { candidate in
      fields.firstIndex { $0.id == candidate.code }
    }
  }

  private mutating func showMissing() -> Turn {
    let lines = missingLines
    guard !lines.isEmpty else { return Turn(said: ["Il ne manque aucune réponse."]) }
    isChoosing = true
    return Turn(said: ["À donner ou à corriger :"] + lines)
  }

  /// One line a question that stands in the way of a deposit, by its number.
  var missingLines: [String] {
    let refused = matter.judge(answers.filled).refusals
    return fields.enumerated().compactMap { index, field in
      guard answers.isAsked(field) else { return nil }
      if answers.unfinishedText(field.id) != nil {
        return "  \(index + 1). \(field.label) : texte commencé, à finir par un point seul"
      }
      if let held = answers[field.id], !held.isConfirmed {
        return "  \(index + 1). \(field.label) : réponse de l’an dernier, à confirmer"
      }
      guard answers.isAnswered(field) else {
        return field.isRequired ? "  \(index + 1). \(field.label) : sans réponse" : nil
      }
      let fault = refused.first { FindingWords.question(of: $0, in: matter.edition) == index }
      return fault.map { "  \(index + 1). \(field.label) : \($0.message)" }
    }
  }

  // MARK: Help

  private var questionHelp: [String] {
    guard let entry else { return commandHelp }
    let isTable = entry.explained.id != field?.id
    return QuestionHelp.whole(entry.explained, offers: isTable ? [] : entry.opening)
  }

  private var commandHelp: [String] {
    ["Répondez puis appuyez sur Entrée ; chaque réponse est gardée aussitôt."]
      + DialogueCommand.allCases.map { "- \($0.french)" }
      + [
        "Les premières lettres suffisent (« :r »). Une réponse qui commence par deux-points s’écrit avec deux (« :: »)."
      ]
  }
}
