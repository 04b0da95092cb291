public import Contract
public import Dossiers
public import Vocabulary

extension Opinion {
  /// What speaks against an opinion, or should make whoever gives it careful.
  ///
  /// - Parameters:
  ///   - application: what the dossier asks.
  ///   - call: the call of the dossier.
  ///   - place: where the opinion is written.
  /// - Returns: findings; a blocking one refuses the opinion.
  public func findings(
    on application: Application, in call: Call, at place: Finding.Place = Finding.Place()
  ) -> [Finding] {
    guard let purse = call.purse(self.purse) else { return [unknownPurse(in: call, place)] }
    let asked = application.plan.requests.contains { request in
      call.purses(askedBy: request).contains { $0.id == purse.id }
    }
    guard asked else { return [notAsked(purse, place)] }
    return verdictFindings(place) + amountFindings(on: application, purse, in: call, place)
  }

  private func unknownPurse(in call: Call, _ place: Finding.Place) -> Finding {
    let near = purse.nearest(among: call.purses.map(\.id)).map {
      " Vouliez-vous dire « \($0) » ?"
    }
    return Finding(
      code: "enveloppe_inconnue", place: place.at("enveloppe"),
      message: "L’appel \(call.id) n’a pas d’enveloppe « \(purse) ».\(near ?? "")",
      remedy: "Ses enveloppes : \(call.purses.map(\.id).joined(separator: ", ")).")
  }

  private func notAsked(_ purse: Purse, _ place: Finding.Place) -> Finding {
    Finding(
      code: "enveloppe_non_sollicitee", place: place.at("enveloppe"),
      message: "Le dossier \(number.text) ne demande rien à l’enveloppe \(purse.id).",
      remedy: "Voyez ce qu’il demande : aap dossier montrer \(number.text).")
  }

  private func verdictFindings(_ place: Finding.Place) -> [Finding] {
    var findings: [Finding] = []
    if let amount, !verdict.admitsAmount {
      findings.append(
        Finding(
          code: "montant_contradictoire", place: place.at("montant"),
          message: "Un avis « \(verdict.french) » ne va pas avec un montant de \(amount.french).",
          remedy: "Retirez le montant, ou donnez un avis favorable ou avec réserves."))
    }
    if amount == .zero {
      findings.append(
        Finding(
          code: "montant_nul", place: place.at("montant"),
          message: "Le montant de l’avis est nul.",
          remedy: "Ne donnez pas de montant, ou donnez un avis défavorable."))
    }
    if verdict == .reserved, conditions == nil {
      findings.append(
        Finding(
          code: "reserves_non_dites", severity: .warning, place: place.at("conditions"),
          message: "L’avis est donné avec réserves, sans dire lesquelles.",
          remedy: "Dites-les, pour que le porteur et le comité puissent y répondre."))
    }
    if let conditions, conditions.count > Self.longestConditions {
      findings.append(
        Finding(
          code: "conditions_trop_longues", place: place.at("conditions"),
          message: "Les conditions comptent \(FrenchNumber.text(conditions.count)) caractères, "
            + "\(FrenchNumber.text(Self.longestConditions)) au plus.",
          remedy: "Résumez-les."))
    }
    return findings
  }

  private func amountFindings(
    on application: Application, _ purse: Purse, in call: Call, _ place: Finding.Place
  ) -> [Finding] {
    guard let amount, amount > .zero, verdict.admitsAmount else { return [] }
    guard amount <= purse.amount else {
      return [
        Finding(
          code: "avis_au_dela_de_l_enveloppe", place: place.at("montant"),
          message: "\(amount.french) dépassent l’enveloppe \(purse.id), qui est de "
            + "\(purse.amount.french).",
          remedy: "Donnez au plus ce que l’enveloppe contient.", source: purse.source)
      ]
    }
    let most =
      application.fundingCells(in: call).first { $0.purse == purse.id }?.maximum ?? .zero
    guard amount > most else { return [] }
    return [
      Finding(
        code: "avis_au_dela_de_la_demande", severity: .warning, place: place.at("montant"),
        message: "\(amount.french) dépassent ce que \(purse.id) peut donner au dossier "
          + "\(number.text) : \(most.french).",
        remedy: "Vérifiez le montant ; le comité ne pourra pas dépasser ce maximum.",
        source: purse.source)
    ]
  }
}

extension Finding.Place {
  fileprivate func at(_ field: String) -> Finding.Place {
    Finding.Place(file: file, line: line, field: field)
  }
}
