/// What one purse gives one dossier.
struct ShareRow: DocumentView, Hashable {
  let purse: String
  let amount: String

  static let fields: [ViewField<ShareRow>] = [
    .text("enveloppe") { $0.purse },
    .text("montant") { $0.amount },
  ]
}

/// A dossier and what was settled.
struct DecisionRow: DocumentView, Hashable {
  let rank: String
  let number: String
  let title: String
  let applicant: String
  let asked: String
  let granted: String
  let shares: [ShareRow]
  let decision: String
  let motive: String?
  /// Decided, and given nothing.
  let isWithoutMoney: Bool

  static let fields: [ViewField<DecisionRow>] = [
    .text("rang") { $0.rank },
    .text("numero") { $0.number },
    .text("titre") { $0.title },
    .text("porteur") { $0.applicant },
    .text("demande") { $0.asked },
    .text("accorde") { $0.granted },
    .rows("parts") { $0.shares },
    .text("decision") { $0.decision },
    .text("motif") { $0.motive },
    .text("paragraphe") { row in
      let head = "\(row.number), \(row.applicant), «\u{00A0}\(row.title)\u{00A0}»"
      let motive = row.motive ?? "sans motif"
      return TextLayout.paragraph(
        "\(head)\u{00A0}: \(row.decision). Motif\u{00A0}: \(motive)", mark: "  - ")
    },
  ]

  /// The purses in words, below the row in a plain text.
  var notes: [String] {
    var notes: [String] = []
    if !shares.isEmpty {
      let parts = shares.map { "\($0.purse) \($0.amount)" }
      notes.append("dont " + parts.joined(separator: "\u{00A0}; "))
    }
    if let motive { notes.append("motif\u{00A0}: \(motive)") }
    return notes
  }
}

/// What became of a purse.
struct PurseRow: DocumentView, Hashable {
  let label: String
  let funder: String
  let nature: String
  let amount: String
  let granted: String
  let left: String

  static let fields: [ViewField<PurseRow>] = [
    .text("libelle") { $0.label },
    .text("financeur") { $0.funder },
    .text("nature") { $0.nature },
    .text("montant") { $0.amount },
    .text("accorde") { $0.granted },
    .text("reste") { $0.left },
  ]
}

/// What became of the purses of one nature.
struct NatureRow: DocumentView, Hashable {
  let label: String
  let amount: String
  let granted: String
  let left: String

  static let fields: [ViewField<NatureRow>] = [
    .text("libelle") { $0.label },
    .text("montant") { $0.amount },
    .text("accorde") { $0.granted },
    .text("reste") { $0.left },
  ]
}

/// An exception that was authorised.
struct DerogationRow: DocumentView, Hashable {
  let number: String
  let object: String
  let motive: String
  let author: String
  let source: String?

  static let fields: [ViewField<DerogationRow>] = [
    .text("numero") { $0.number },
    .text("objet") { $0.object },
    .text("motif") { $0.motive },
    .text("auteur") { $0.author },
    .text("source") { $0.source },
    .text("paragraphe") { row in
      let source = row.source.map { " (\($0))" } ?? ""
      let head = "\(row.number)\u{00A0}: \(row.object). Motif\u{00A0}: \(row.motive)"
      return TextLayout.paragraph("\(head). Auteur\u{00A0}: \(row.author)\(source)", mark: "  - ")
    },
  ]
}
