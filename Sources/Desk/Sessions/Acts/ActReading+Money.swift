import Committee
import Contract
import Dossiers
import Vocabulary

extension RecordReader {
  /// The keys of the act beside its type and its moment.
  func expect(_ keys: String...) { allowOnly(["type", "a"] + keys) }

  func number() -> DossierNumber? {
    let text = text("dossier")
    guard let number = DossierNumber(text) else {
      if !text.isEmpty {
        findings.add(
          "numero_illisible", line: line(of: "dossier"), field: joined("dossier"),
          "« \(text) » n’est pas un numéro de dossier.", remedy: "Écrivez-le comme 2016-0001.")
      }
      return nil
    }
    return number
  }

  func strategy() -> ProposalStrategy? {
    child("strategie") == nil ? nil : choice("strategie", ProposalStrategy.self)
  }

  func cents(_ key: String) -> Cents { Cents(Int64(integer(key))) }

  func grants() -> [PurseAmount] {
    records("montants").map { record in
      record.allowOnly(["enveloppe", "montant_centimes"])
      return PurseAmount(
        purse: record.text("enveloppe"), amount: record.cents("montant_centimes"))
    }
  }

  func commitment() -> SessionAct? {
    let condition = record("si").map { record in
      record.allowOnly(["enveloppe", "au_moins_centimes"])
      return Commitment.Condition(
        purse: record.text("enveloppe"), least: record.cents("au_moins_centimes"))
    }
    let (purse, amount) = (text("enveloppe"), cents("montant_centimes"))
    return number().map {
      .event(
        .commitment(Commitment(number: $0, purse: purse, amount: amount, condition: condition)))
    }
  }

  func adjustment() -> SessionAct? {
    let kind = choice("mesure", CellAdjustment.Kind.self)
    let amount = child("montant_centimes") == nil ? nil : cents("montant_centimes")
    let (purse, motive) = (text("enveloppe"), text("motif"))
    guard let number = number(), let kind else { return nil }
    return .event(
      .adjustment(
        CellAdjustment(number: number, purse: purse, kind: kind, amount: amount, motive: motive)))
  }

  func decision() -> SessionAct? {
    let kind = choice("decision", DecisionKind.self)
    let derogation = record("derogation").map { record in
      record.allowOnly(["motif", "auteur", "source"])
      return Derogation(
        motive: record.text("motif"), author: record.text("auteur"),
        source: record.optionalText("source").map { LegalSource($0) })
    }
    let (grants, motive) = (grants(), optionalText("motif"))
    guard let number = number(), let kind else { return nil }
    return .event(
      .decision(
        Decision(
          number: number, kind: kind, grants: grants, motive: motive, derogation: derogation)))
  }

  func vote() -> SessionAct? {
    let ballots = records("bulletins").compactMap { record -> Ballot? in
      record.allowOnly(["membre", "choix"])
      let member = record.text("membre")
      return record.choice("choix", BallotChoice.self).map { Ballot(member: member, choice: $0) }
    }
    let isUnanimous = flag("unanimite")
    if isUnanimous == (child("bulletins") != nil) {
      findings.add(
        "bulletins_ou_unanimite", line: line(of: "bulletins"), field: joined("bulletins"),
        "Un vote a soit des bulletins, soit « unanimite ».", remedy: "Gardez l’un des deux.")
    }
    let subject = requiredRecord("sujet").subject()
    let purses = texts("enveloppes")
    return subject.map { .vote($0, purses: purses, isUnanimous ? nil : ballots) }
  }

  private func subject() -> VoteSubject? {
    allowOnly(["proposition", "dossier", "amendement"])
    if let id = optionalText("proposition") { return .proposal(id) }
    if let id = optionalText("amendement") { return .amendment(id) }
    return number().map { .dossier($0) }
  }
}
