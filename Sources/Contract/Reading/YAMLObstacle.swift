import Yams

// What the YAML parser stops at, told in French.

extension UnreadableSource {
  init(_ error: YamlError, limits: SourceLimits) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self.init(problem, at: mark, since: context?.mark, limits: limits)
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        line: context.mark.line,
        reason: "La clé « \(keys.joined(separator: " », « ")) » est écrite plusieurs fois.",
        remedy: "Gardez une seule ligne par clé.")
    default:
      self.init(
        line: nil, reason: "Le fichier n’est pas du YAML.",
        remedy: "Repartez du modèle vierge et recopiez vos réponses.")
    }
  }

  private init(_ problem: String, at mark: Mark, since start: Mark?, limits: SourceLimits) {
    if problem == "found undefined alias" {
      self = .anchors(line: mark.line)
    } else if problem.hasPrefix("Maximum nesting level") {
      self = .tooDeep(line: mark.line, limits: limits)
    } else {
      let place = Self.toldFromTheirStart.contains(problem) ? start ?? mark : mark
      self.init(
        line: place.line,
        reason: "Le fichier n’est pas du YAML correct près de la colonne \(place.column) : "
          + "\(Self.french[problem] ?? "l’écriture n’est pas reconnue").",
        remedy:
          "Vérifiez l’alignement et les « : » à cet endroit ; mettez le texte entre guillemets.")
    }
  }

  static func anchors(line: Int?) -> Self {
    Self(
      line: line, reason: "Le fichier emploie des ancres YAML (« & » ou « * »), qui sont refusées.",
      remedy: "Recopiez les valeurs à leur place, ou mettez le texte entre guillemets.")
  }

  static func tooDeep(line: Int, limits: SourceLimits) -> Self {
    Self(
      line: line, reason: "Les données sont imbriquées sur plus de \(limits.depth) niveaux.",
      remedy: "Repartez du modèle vierge : aucun champ ne demande une telle profondeur.")
  }

  /// A quote left open is met at the end of the file: better say where it starts.
  private static let toldFromTheirStart: Set = [
    "found unexpected end of stream", "did not find expected alphabetic or numeric character",
  ]

  /// The parser's own words, and ours.
  private static let french = [
    "but found another document": "un second document commence ici",
    "could not find expected ':'": "« : » est attendu après la clé",
    "did not find expected alphabetic or numeric character":
      "« & » ou « * » ne peut pas commencer une valeur",
    "did not find expected key": "le retrait de cette ligne ne suit pas celui des précédentes",
    "did not find expected node content": "une valeur manque, ou une liste n’est pas refermée",
    "did not find expected ',' or ']'": "« , » ou « ] » est attendu",
    "did not find expected ',' or '}'": "« , » ou « } » est attendu",
    "did not find expected '-' indicator": "un tiret est attendu",
    "found a tab character that violates indentation": "une tabulation sert de retrait",
    "found character that cannot start any token":
      "une tabulation, « @ », « % » ou « ` » ne peut pas commencer une valeur",
    "found invalid Unicode character escape code": "une séquence « \\ » ne désigne aucun caractère",
    "found unexpected end of stream": "un guillemet n’est pas refermé",
    "found unknown directive name": "« % » ne peut pas commencer une ligne",
    "found unknown escape character": "une séquence « \\ » est inconnue",
    "mapping values are not allowed in this context":
      "un second « : » est sur la ligne, ou le retrait est inattendu",
  ]
}
