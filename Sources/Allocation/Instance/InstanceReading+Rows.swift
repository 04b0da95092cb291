import Vocabulary

extension Instance.Project {
  static let keys = [
    "id", "rang", "score", "besoin_centimes", "plancher_centimes", "cout_centimes", "quartiers",
    "axe", "porteur", "type_porteur", "ordre_porteur", "bande",
  ]

  init?(_ row: FieldReader) {
    let limit = Cents.limit.rawValue
    let id = row.text("id")
    let rank = row.integer("rang", in: 0...limit)
    let need = row.amount("besoin_centimes")
    let floor = row.amount("plancher_centimes")
    self.init(
      id: id ?? "", rank: rank ?? 0,
      score: row.integer("score", in: -limit...limit, isRequired: false),
      need: need ?? .zero, floor: floor ?? .zero,
      cost: row.amount("cout_centimes", isRequired: false),
      districts: row.texts("quartiers", isRequired: false) ?? [],
      axis: row.text("axe", isRequired: false),
      applicant: row.text("porteur", isRequired: false),
      applicantKind: row.text("type_porteur", isRequired: false),
      applicantOrder: row.integer("ordre_porteur", in: 1...limit, isRequired: false),
      band: row.word("bande", as: Band.self, isRequired: false) ?? .free)
    guard id != nil, rank != nil, let need, let floor else { return nil }
    if floor > need {
      row.collector.add(
        "plancher_superieur_au_besoin", row.field("plancher_centimes"),
        "Le plancher (\(floor.french)) dépasse le besoin (\(need.french)).",
        remedy: "Abaissez le plancher ou relevez le besoin.")
    }
    if applicantOrder != nil, !row.has("porteur") {
      row.collector.add(
        "cle_absente", row.field("porteur"), "« ordre_porteur » est indiqué sans « porteur ».",
        remedy: "Ajoutez « porteur » au projet.")
    }
  }
}

extension Instance.Purse {
  static let keys = [
    "id", "montant_centimes", "nature", "deja_centimes", "deja_par_categorie",
  ]

  init?(_ row: FieldReader) {
    let id = row.text("id")
    let amount = row.amount("montant_centimes")
    let nature = row.word("nature", as: Nature.self)
    let earlier = Instance.Earlier(row)
    guard let id, let amount, let nature, let earlier else { return nil }
    self.init(id: id, amount: amount, nature: nature, earlier: earlier)
    if !whole.isWithinLimit {
      row.collector.add(
        "montant_trop_grand", row.field("deja_centimes"),
        "L’enveloppe et ce qu’elle a déjà donné dépassent ensemble \(Cents.limit.french).",
        remedy: "Vérifiez l’unité : les montants sont en centimes.")
    }
  }
}

extension Instance.Cell {
  init?(_ row: FieldReader) {
    let project = row.text("projet")
    let purse = row.text("enveloppe")
    let minimum = row.has("min_centimes") ? row.amount("min_centimes") : .zero
    let maximum = row.amount("max_centimes")
    guard let project, let purse, let minimum, let maximum else { return nil }
    self.init(project: project, purse: purse, minimum: minimum, maximum: maximum)
    if minimum > maximum {
      row.collector.add(
        "min_superieur_au_max", row.field("min_centimes"),
        "Le minimum (\(minimum.french)) dépasse le maximum (\(maximum.french)).",
        remedy: "Abaissez le minimum ou relevez le maximum.")
    }
  }
}

extension Instance.Pin {
  init?(_ row: FieldReader) {
    let project = row.text("projet")
    let purse = row.text("enveloppe")
    let amount = row.amount("montant_centimes")
    guard let project, let purse, let amount else { return nil }
    self.init(project: project, purse: purse, amount: amount)
  }
}

extension Instance.Commitment {
  init?(_ row: FieldReader) {
    let project = row.text("projet")
    let purse = row.text("enveloppe")
    let amount = row.amount("montant_centimes")
    let condition = row.value("si").flatMap {
      FieldReader(
        $0, path: row.field("si"), allowed: ["enveloppe", "au_moins_centimes"],
        collector: row.collector)
    }
    let other = condition?.text("enveloppe")
    let threshold = condition?.amount("au_moins_centimes")
    guard let project, let purse, let amount, let other, let threshold else { return nil }
    self.init(
      project: project, purse: purse, amount: amount, condition: other, threshold: threshold)
  }
}
