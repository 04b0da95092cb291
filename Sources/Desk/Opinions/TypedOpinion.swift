import Committee
import Dossiers
public import Vocabulary

/// An opinion as someone typed it, with where it was written.
public struct TypedOpinion: Hashable, Sendable {
  public let number: String
  public let purse: String
  public let verdict: String
  public let amount: String?
  public let conditions: String?
  let place: Finding.Place

  /// Takes an opinion as it was typed.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - purse: the purse.
  ///   - verdict: the machine name of what the funder thinks.
  ///   - amount: in euros.
  ///   - conditions: what the funder wants first.
  ///   - place: the line of the file, when there is one.
  public init(
    number: String, purse: String, verdict: String, amount: String? = nil,
    conditions: String? = nil, place: Finding.Place = Finding.Place()
  ) {
    self.number = number.trimmedOfSpaces
    self.purse = purse.trimmedOfSpaces
    self.verdict = verdict.trimmedOfSpaces
    self.amount = amount?.trimmedOfSpaces.ifAny
    self.conditions = conditions?.trimmedOfSpaces.ifAny
    self.place = place
  }

  /// What was meant; `nil` with the reasons when it cannot be read.
  func read() -> (opinion: Opinion?, findings: [Finding]) {
    var findings: [Finding] = []
    let number = DossierNumber(self.number)
    if number == nil {
      findings.append(
        unreadable(
          "numero_illisible", "numero", "« \(self.number) » n’est pas un numéro de dossier.",
          remedy: "Écrivez-le comme 2016-0001 : aap dossier lister les montre."))
    }
    let verdict = Opinion.Verdict(rawValue: self.verdict)
    if verdict == nil {
      let words = Opinion.Verdict.allCases.map(\.rawValue)
      let near = self.verdict.nearest(among: words).map { " Vouliez-vous dire « \($0) » ?" }
      findings.append(
        unreadable(
          "avis_inconnu", "avis", "« \(self.verdict) » n’est pas un avis.\(near ?? "")",
          remedy: "Écrivez l’un de : \(words.joined(separator: ", "))."))
    }
    var cents: Cents?
    if let amount {
      do {
        cents = try Cents(typed: amount)
      } catch {
        findings.append(
          unreadable(
            "montant_illisible", "montant", "« \(amount) » ne se lit pas : \(error.french).",
            remedy: "Corrigez le montant, ou ne le donnez pas."))
      }
    }
    guard findings.isEmpty, let number, let verdict else { return (nil, findings) }
    return (
      Opinion(
        number: number, purse: purse, verdict: verdict, amount: cents, conditions: conditions), []
    )
  }

  private func unreadable(
    _ code: String, _ field: String, _ message: String, remedy: String
  ) -> Finding {
    Finding(
      code: code, family: .malformed,
      place: Finding.Place(file: place.file, line: place.line, field: field), message: message,
      remedy: remedy)
  }
}

extension String {
  fileprivate var ifAny: String? { isEmpty ? nil : self }
}
