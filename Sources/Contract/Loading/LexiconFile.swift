public import Vocabulary

extension Lexicon {
  /// The name of the file in a territory's folder; a territory may do without.
  public static let fileName = "lexique.yaml"
  /// Entries of one objective at most, all headings together.
  static let mostEntries = 500
  /// Length of an entry at most, in characters.
  static let longestPhrase = 80

  /// Reads a lexicon.
  ///
  /// - Parameters:
  ///   - file: a `lexique/1` file (docs/formats/lexique.md).
  ///   - reference: the contract whose objectives it names.
  /// - Returns: the lexicon as far as it could be read, and every fault with its line.
  public static func load(
    _ file: SourceFile, for reference: ReferenceData
  ) -> (lexicon: Lexicon?, findings: [Finding]) {
    var lists: [FindingList] = []
    guard let record = open(file, schema: "lexique/1", into: &lists) else {
      return (nil, lists.flatMap(\.findings))
    }
    let lexicon = record.lexicon(objectives: Set(reference.objectives.map(\.code)))
    record.checkLexicon(of: reference.contract.id)
    return (lexicon, lists.flatMap(\.findings))
  }
}

extension RecordReader {
  fileprivate func lexicon(objectives: Set<String>) -> Lexicon {
    allowOnly(["schema", "version", "contrat", "note", "poids", "objectifs"])
    reportDuplicates(in: "objectifs", of: "code")
    var entries: [Lexicon.Entry] = []
    for record in records("objectifs") {
      record.requireKnown("code", among: objectives, what: "objectif")
      entries += record.lexiconEntries()
    }
    return Lexicon(version: text("version"), weights: lexiconWeights(), entries: entries)
  }

  /// Reports a version that is not a short name on one line, and the lexicon of another contract.
  fileprivate func checkLexicon(of contract: String) {
    if let version = optionalText("version"),
      version.count > 40
        || version.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    {
      findings.add(
        "version_incorrecte", line: line(of: "version"), field: "version",
        "La version n’est pas un nom court, sur une ligne.",
        remedy: "Écrivez par exemple version : \"2026.1\".")
    }
    if let named = optionalText("contrat"), named != contract {
      findings.add(
        "autre_contrat", line: line(of: "contrat"), field: "contrat",
        "Ce lexique est celui du contrat « \(named) », non de « \(contract) ».",
        remedy: "Vérifiez que c’est le bon fichier, ou corrigez « contrat ».")
    }
  }

  private func lexiconWeights() -> [Lexicon.Heading: Int] {
    let record = requiredRecord("poids")
    record.allowOnly(Lexicon.Heading.allCases.map(\.rawValue))
    var weights: [Lexicon.Heading: Int] = [:]
    for heading in Lexicon.Heading.allCases {
      let weight = record.integer(heading.rawValue)
      if !(0...1000).contains(weight) {
        findings.add(
          "poids_hors_bornes", line: record.line(of: heading.rawValue),
          field: record.joined(heading.rawValue),
          "Le poids vaut \(weight), hors de 0 à 1000.",
          remedy: "Donnez un poids en dixièmes, par exemple 20 pour deux.")
      }
      weights[heading] = weight
    }
    return weights
  }

  private func lexiconEntries() -> [Lexicon.Entry] {
    allowOnly(["code", "resume"] + Lexicon.Heading.allCases.map(\.rawValue))
    let code = text("code")
    var entries: [Lexicon.Entry] = []
    var headings: [String: Lexicon.Heading] = [:]
    for heading in Lexicon.Heading.allCases {
      for element in child(heading.rawValue)?.elements ?? [] {
        guard let phrase = lexiconPhrase(element, under: heading) else { continue }
        if let earlier = headings.updateValue(heading, forKey: phrase.folded) {
          reportRepeated(phrase, line: element.line, under: heading, earlier: earlier)
        }
        entries.append(
          Lexicon.Entry(objective: code, heading: heading, phrase: phrase, line: element.line))
      }
    }
    if entries.count > Lexicon.mostEntries {
      findings.add(
        "trop_d_entrees", line: node.line, field: joined("code"),
        "L’objectif \(code) a \(entries.count) entrées, plus que \(Lexicon.mostEntries).",
        remedy: "Gardez les mots les plus parlants.")
    }
    return entries
  }

  private func lexiconPhrase(_ element: SourceNode, under heading: Lexicon.Heading) -> String? {
    guard let phrase = element.text?.trimmedOfSpaces, !phrase.isEmpty else {
      wrongType(heading.rawValue, element, expected: "une liste de mots ou d’expressions")
      return nil
    }
    guard phrase.count <= Lexicon.longestPhrase else {
      findings.add(
        "expression_trop_longue", line: element.line, field: joined(heading.rawValue),
        "L’expression a \(phrase.count) signes, plus que \(Lexicon.longestPhrase).",
        remedy: "Une expression est faite de un à quatre mots que l’on retrouve tels quels.")
      return nil
    }
    return phrase
  }

  private func reportRepeated(
    _ phrase: String, line: Int, under heading: Lexicon.Heading, earlier: Lexicon.Heading
  ) {
    let contradicts = (heading == .traps) != (earlier == .traps)
    findings.add(
      contradicts ? "expression_contradictoire" : "expression_repetee",
      severity: contradicts ? .blocking : .warning, line: line, field: joined(heading.rawValue),
      contradicts
        ? "« \(phrase) » est donnée à la fois pour et contre l’objectif."
        : "« \(phrase) » est déjà donnée pour cet objectif (\(earlier.rawValue)).",
      remedy: "Gardez l’une des deux.")
  }
}
