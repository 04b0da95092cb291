import Contract
import Dossiers
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `The papers of a dossier` {
  /// The verdict on the sports club, in a call that asks for its statutes and its bank details.
  private func verdict(_ code: String, pieces: Set<PieceKind>?, blocking: String) throws -> Verdict
  {
    let call = try call(blocking: blocking)
    let facts = try RuleBench.facts(.sportsClub, in: .lensLievin, call: call)
    let looked = Facts(
      application: facts.application, call: call, reference: facts.reference, form: facts.form,
      chart: facts.chart, receivedAt: facts.receivedAt, pieces: pieces)
    return try RuleBench.verdict(of: code, on: looked)
  }

  private func call(blocking: String) throws -> Call {
    try Territory.call(
      pieces: """

          exigees:
            - {type: statuts, libelle: Statuts, bloquante: \(blocking), source: {citation: Article 1}}
            - {type: rib, libelle: RIB, bloquante: \(blocking), source: {citation: Article 2}}
            - {type: deliberation, bloquante: \(blocking), porteurs: [commune], source: {citation: A}}
        """)
  }

  @Test(arguments: ["pieces_presentes", "pieces_attendues"])
  func `are not judged before anyone looked, nor when none is asked`(code: String) throws {
    #expect(try verdict(code, pieces: nil, blocking: "oui") == .notApplicable)
    #expect(try verdict(code, pieces: nil, blocking: "non") == .notApplicable)
    let other = code == "pieces_presentes" ? "non" : "oui"
    #expect(try verdict(code, pieces: [], blocking: other) == .notApplicable)
  }

  @Test func `are told one by one with their source when they are compulsory`() throws {
    #expect(
      try verdict("pieces_presentes", pieces: [.bankDetails], blocking: "oui")
        == .breached([
          Breach(
            field: nil,
            message: "Il manque une pièce obligatoire : Statuts. Demandée à tous les porteurs.",
            remedy: "Joignez-la : aap piece joindre NUMÉRO FICHIER --type statuts.",
            source: "Article 1")
        ]))
    #expect(
      try verdict("pieces_presentes", pieces: [.bankDetails, .statutes], blocking: "oui")
        == .satisfied)
  }

  @Test(
    arguments: [
      ([], "2 pièces attendues manquent : Statuts ; RIB."),
      ([.statutes], "1 pièce attendue manque : RIB."), ([.statutes, .bankDetails], nil),
      ([.other], "2 pièces attendues manquent : Statuts ; RIB."),
    ] as [(Set<PieceKind>, String?)])
  func `only warn, all in one sentence, when they are not`(
    pieces: Set<PieceKind>, message: String?
  ) throws {
    let verdict = try verdict("pieces_attendues", pieces: pieces, blocking: "non")
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && message == nil)
      return
    }
    #expect(breaches.map(\.message) == [message])
  }
}
