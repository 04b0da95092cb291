/// A stay at the table.
struct AttendanceRow: DocumentView, Hashable {
  let member: String
  let person: String
  let arrival: String
  let departure: String?

  static let fields: [ViewField<AttendanceRow>] = [
    .text("membre") { $0.member },
    .text("personne") { $0.person },
    .text("arrivee") { $0.arrival },
    .text("depart") { $0.departure },
  ]
}

/// A member who never came.
struct AbsentRow: DocumentView, Hashable {
  let member: String

  static let fields: [ViewField<AbsentRow>] = [
    .text("membre") { $0.member },
    .text("paragraphe") { TextLayout.paragraph($0.member, mark: "  - ") },
  ]
}

/// A computed allocation that was put forward.
struct ProposalRow: DocumentView, Hashable {
  let id: String
  let strategy: String
  let digest: String
  let outcome: String

  static let fields: [ViewField<ProposalRow>] = [
    .text("identifiant") { $0.id },
    .text("strategie") { $0.strategy },
    .text("empreinte") { $0.digest },
    .text("resultat") { $0.outcome },
    .text("paragraphe") { row in
      let text = "Proposition \(row.id)\u{00A0}: \(row.outcome). \(row.strategy)"
      return TextLayout.paragraph(
        "\(text) Empreinte du calcul\u{00A0}: \(row.digest)", mark: "  - ")
    },
  ]
}

/// A vote and its arithmetic.
struct VoteRow: DocumentView, Hashable {
  let time: String
  let subject: String
  let purses: String?
  let tally: String
  let ballots: String

  static let fields: [ViewField<VoteRow>] = [
    .text("heure") { $0.time },
    .text("objet") { $0.subject },
    .text("enveloppes_en_cause") { $0.purses },
    .text("resultat") { $0.tally },
    .text("bulletins") { $0.ballots },
    .text("paragraphe") { row in
      let purses = row.purses.map { " (\($0))" } ?? ""
      let text = "\(row.time), \(row.subject)\(purses)\u{00A0}: \(row.tally)."
      return TextLayout.paragraph("\(text) \(row.ballots).", mark: "  - ")
    },
  ]
}

/// A remark that was minuted.
struct ObservationRow: DocumentView, Hashable {
  let time: String
  let member: String?
  let text: String

  static let fields: [ViewField<ObservationRow>] = [
    .text("heure") { $0.time },
    .text("auteur") { $0.member },
    .text("texte") { $0.text },
    .text("paragraphe") { row in
      let author = row.member.map { ", \($0)" } ?? ""
      return TextLayout.paragraph("\(row.time)\(author)\u{00A0}: \(row.text)", mark: "  - ")
    },
  ]
}

/// A decision that replaced another in the same session.
struct RevisionRow: DocumentView, Hashable {
  let time: String
  let number: String
  let former: String
  let latter: String
  let motive: String

  static let fields: [ViewField<RevisionRow>] = [
    .text("heure") { $0.time },
    .text("numero") { $0.number },
    .text("ancienne") { $0.former },
    .text("nouvelle") { $0.latter },
    .text("motif") { $0.motive },
    .text("paragraphe") { row in
      let change = "\(row.former) → \(row.latter)"
      return TextLayout.paragraph(
        "\(row.time), dossier \(row.number)\u{00A0}: \(change). Motif\u{00A0}: \(row.motive)",
        mark: "  - ")
    },
  ]
}
