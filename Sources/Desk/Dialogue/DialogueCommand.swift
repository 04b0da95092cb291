import Vocabulary

/// What a line that begins with a colon asks for, so that no command is ever taken for an answer.
enum DialogueCommand: String, CaseIterable, Sendable {
  case back = "retour"
  case skip = "passer"
  case go = "aller"
  case missing = "manque"
  case erase = "effacer"
  case show = "voir"
  case verify = "verifier"
  case deposit = "deposer"
  case file = "fichier"
  case export = "exporter"
  case leave = "quitter"
  case help = "aide"

  /// What a line is.
  enum Line: Hashable, Sendable {
    /// An answer, the doubled colon of its beginning made single.
    case answer(String)
    case command(DialogueCommand, argument: String)
    /// Several commands begin so.
    case ambiguous([DialogueCommand])
    case unknown(String, nearest: DialogueCommand?)
  }

  /// Reads a line; accents and capitals are ignored, and any beginning that fits one command only.
  static func read(_ line: String) -> Line {
    let text = line.trimmedOfSpaces
    guard text.hasPrefix(":") else {
      return text == "?" ? .command(.help, argument: "?") : .answer(line)
    }
    guard !text.hasPrefix("::") else {
      return .answer(line.replacing("::", with: ":", maxReplacements: 1))
    }
    let body = text.dropFirst().drop { $0.isWhitespace }
    let word = String(body.prefix { !$0.isWhitespace }).folded
    let argument = String(body.drop { !$0.isWhitespace }).trimmedOfSpaces
    guard !word.isEmpty else { return .command(.help, argument: argument) }
    if let exact = DialogueCommand(rawValue: word) { return .command(exact, argument: argument) }
    let fitting = allCases.filter { $0.rawValue.hasPrefix(word) }
    switch fitting.count {
    case 1: return .command(fitting[0], argument: argument)
    case 0:
      let near = word.nearest(among: allCases.map(\.rawValue))
      return .unknown(word, nearest: near.flatMap { DialogueCommand(rawValue: $0) })
    default: return .ambiguous(fitting)
    }
  }

  /// Its line on the page of help.
  var french: String {
    switch self {
    case .back: ":retour — revenir à la question précédente"
    case .skip: ":passer — laisser la question pour plus tard"
    case .go: ":aller — choisir une question ; aussi « :aller 12 », « :aller budget »"
    case .missing: ":manque — ce qui manque ou n’est pas compris"
    case .erase: ":effacer — retirer la réponse à cette question"
    case .show: ":voir — relire toutes les réponses"
    case .verify: ":verifier — juger tout le dossier comme au dépôt"
    case .deposit: ":deposer — vérifier, puis déposer le dossier"
    case .file: ":fichier CHEMIN — prendre un texte long dans un fichier"
    case .export: ":exporter CHEMIN.yaml — écrire les réponses dans un fichier"
    case .leave: ":quitter — arrêter ; tout est gardé"
    case .help: ":aide — cette liste ; « ? » explique la question"
    }
  }
}
