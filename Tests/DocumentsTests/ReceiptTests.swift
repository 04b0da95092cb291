import Contract
import Dossiers
import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Documents

@Suite struct `The receipt of a deposit` {
  private func view(
    isTraining: Bool, steps: [ReceiptStep], papers: ReceiptPapers? = nil
  ) -> ReceiptView {
    ReceiptView(
      number: PrintedSession.number(12), title: "Jardin <partagé> & potager d’insertion",
      applicant: "Les Mains vertes", contractName: "Contrat de ville d’exemple 2015-2020",
      callTitle: "Appel à projets 2016",
      depositedAt: Instant(secondsSinceEpoch: 1_452_898_740),
      sha256: String(repeating: "0f", count: 32), size: 12_345, steps: steps, papers: papers,
      isTraining: isTraining)
  }

  private var steps: [ReceiptStep] {
    get throws {
      let json =
        #"{"opening":"2015-11-01","closing":{"lastDay":"2016-01-15"},"admissibility":"2016-02-01","#
        + #""committee":"2016-03-01","notification":"2016-04-01"}"#
      return ReceiptStep.steps(
        of: try JSONDecoder().decode(CallCalendar.self, from: Data(json.utf8)))
    }
  }

  @Test func `reads as expected, whole`() throws {
    let text = try TestFiles.templates().receipt(view(isTraining: false, steps: steps))
    #expect(try text == TestFiles.expected("recepisse.txt", recording: text))
  }

  @Test func `lists the papers still expected, with their last day`() throws {
    let missing = try PieceInventory(
      DossierText.sportsClub.with(
        "financement.demandes", "[{financeur: CAF, montant: 23000.01}]"
      ).application(in: .lensLievin), attached: [],
      rules: Territory.lensLievin.call(2016).pieces
    ).missing
    let papers = ReceiptPapers(missing, by: try Territory.lensLievin.call(2016).pieceDeadline)
    let text = try TestFiles.templates().receipt(
      view(isTraining: false, steps: steps, papers: papers))
    #expect(try text == TestFiles.expected("recepisse-pieces.txt", recording: text))
    let complete = ReceiptPapers([], by: try Territory.lensLievin.call(2016).pieceDeadline)
    #expect(
      try TestFiles.templates().receipt(view(isTraining: false, steps: steps, papers: complete))
        == TestFiles.templates().receipt(view(isTraining: false, steps: steps)))
  }

  @Test func `shows the time of Paris, and what was typed as it was`() throws {
    let text = try TestFiles.templates().receipt(view(isTraining: false, steps: []))
    #expect(text.contains("15 janvier 2016 à 23\u{00A0}h\u{00A0}59 (heure de Paris)"))
    #expect(text.contains("Jardin <partagé> & potager d’insertion"))
    #expect(text.contains("Et ensuite") == false)
    #expect(text.contains("FORMATION") == false)
  }

  @Test func `of a training base says so first and last`() throws {
    let text = try TestFiles.templates().receipt(view(isTraining: true, steps: []))
    #expect(text.hasPrefix("**** FORMATION"))
    #expect(text.hasSuffix("**** FORMATION ****\n"))
  }
}
