public import Vocabulary

extension Outcome {
  /// Something that the instance demands or forbids, and could give up.
  ///
  /// Rows are named by their place in the instance, from 0, beside what they say.
  public enum Demand: Hashable, Sendable {
    /// A project always retained, or never.
    case band(project: String, Instance.Project.Band)
    /// An amount settled beforehand; zero is a ban.
    case pin(Instance.Pin)
    case commitment(index: Int, Instance.Commitment)
    /// A hard rule of `contraintes`.
    case constraint(index: Int, Instance.Constraint)
    case group(index: Int, [String])
    /// The order of preference of one applicant.
    case applicantOrder(String)
    case scoreThreshold(Int64)
    case publicShare(BasisPoints)
    case rounding(Cents)
  }
}

extension Outcome.Demand {
  /// The word of the format for this kind of demand.
  public var word: String {
    switch self {
    case .band: "bande"
    case .pin: "fixe"
    case .commitment: "engagement"
    case .constraint: "contrainte"
    case .group: "groupe"
    case .applicantOrder: "ordre_porteur"
    case .scoreThreshold: "seuil"
    case .publicShare: "part_publique"
    case .rounding: "arrondi"
    }
  }

  /// What is demanded, for readers: a clause without capital or full stop.
  public var french: String {
    switch self {
    case .band(let project, .always): "\(project) doit toujours être retenu"
    case .band(let project, _): "\(project) ne doit jamais être retenu"
    case .pin(let pin) where pin.amount == .zero:
      "\(pin.purse) ne doit rien donner à \(pin.project)"
    case .pin(let pin): "\(pin.purse) doit donner \(pin.amount.french) à \(pin.project)"
    case .commitment(_, let row):
      "\(row.purse) s’engage pour \(row.amount.french) sur \(row.project) "
        + "si \(row.condition) donne au moins \(row.threshold.french)"
    case .constraint(_, let constraint): constraint.french
    case .group(_, let projects): "un seul projet peut être retenu parmi \(projects.inWords)"
    case .applicantOrder(let applicant): "les projets de \(applicant) suivent son ordre"
    case .scoreThreshold(let threshold): "le score doit atteindre \(threshold) dixièmes de point"
    case .publicShare(let share): "la part publique est d’au plus \(share.french) du coût"
    case .rounding(let unit): "chaque part est un multiple de \(unit.french)"
    }
  }

  /// The clause as a sentence; an identifier at its start keeps its own capitals.
  public var sentence: String {
    let isWord = ["au ", "un ", "les ", "le ", "la ", "chaque "].contains { french.hasPrefix($0) }
    return (isWord ? french.prefix(1).uppercased() + french.dropFirst() : french) + "."
  }

  func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("type", word)
      writeKeys(to: &object)
      object.member("message", sentence)
    }
  }

  func writeKeys(to object: inout JSONWriter) {
    switch self {
    case .band(let project, let band):
      object.member("projet", project)
      object.member("bande", band.rawValue)
    case .pin(let pin):
      object.member("projet", pin.project)
      object.member("enveloppe", pin.purse)
      object.member("montant_centimes", pin.amount.rawValue)
    case .commitment(let index, let row):
      object.member("engagement", Int64(index))
      object.member("projet", row.project)
      object.member("enveloppe", row.purse)
    case .constraint(let index, let constraint):
      object.member("contrainte", Int64(index))
      constraint.write(&object, typeKey: "regle")
    case .group(let index, let projects):
      object.member("groupe", Int64(index))
      object.member("projets", projects)
    case .applicantOrder(let applicant): object.member("porteur", applicant)
    case .scoreThreshold(let threshold): object.member("seuil_score", threshold)
    case .publicShare(let share): object.member("part_publique_max_bp", share.count)
    case .rounding(let unit): object.member("arrondi_centimes", unit.rawValue)
    }
  }
}

extension Instance.Constraint {
  /// The rule for readers, a clause without capital or full stop.
  public var french: String {
    let whose = category.map { " (\($0.french))" } ?? ""
    switch self {
    case .maximumShare(let purse, let category, let share):
      return "\(purse) donne au plus \(share.french) de son montant (\(category.french))"
    case .minimumShare(let purse, let category, let share):
      return "\(purse) devrait donner au moins \(share.french) de son montant (\(category.french))"
    case .maximumCount(let purse?, _, let count):
      return "\(purse) paie au plus \(projects(count))\(whose)"
    case .maximumCount(nil, _, let count):
      return "au plus \(projects(count)) \(count < 2 ? "est retenu" : "sont retenus")\(whose)"
    case .minimumCount(let purse?, _, let count):
      return "\(purse) devrait payer au moins \(projects(count))\(whose)"
    case .minimumCount(nil, _, let count):
      return "au moins \(projects(count)) "
        + (count < 2 ? "devrait être retenu" : "devraient être retenus") + whose
    case .cofunding(let purse, let share):
      return "\(purse) ne paie que si d’autres apportent \(share.french)"
    case .reserve(let purse, let amount): return "\(amount.french) de \(purse) sont réservés"
    case .reservation(let purse, let category, let amount):
      return "\(amount.french) de \(purse) servent d’abord le \(category.french)"
    }
  }

  private func projects(_ count: Int64) -> String {
    FrenchNumber.count(Int(count), "projet", "projets")
  }
}

extension [String] {
  /// `A, B et C`; a long list is cut short.
  var inWords: String {
    guard count > 1, let last else { return first ?? "" }
    guard count <= 12 else { return prefix(10).joined(separator: ", ") + "… (\(count))" }
    return dropLast().joined(separator: ", ") + " et " + last
  }
}

extension Outcome {
  /// The conflict for readers, its rows named together; nil when there is none.
  public var conflictInWords: String? {
    guard let first = conflict.first else { return nil }
    guard conflict.count > 1 else {
      return "Cette exigence ne peut être satisfaite : \(first.french)."
    }
    let rows = conflict.map(\.french).joined(separator: " ; ")
    let end = isConflictMinimal ? " En lever une seule suffit." : ""
    return "Ces exigences ne peuvent être satisfaites ensemble : \(rows).\(end)"
  }
}
