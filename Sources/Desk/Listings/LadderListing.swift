public import Committee
public import Store
import Vocabulary

extension Listing {
  /// What each purse was asked and gave a dossier, how firm it is, and the acts that made it so.
  ///
  /// - Parameters:
  ///   - lines: the lines, by purse.
  ///   - moves: the rungs they climbed, oldest first.
  public init(ladder lines: [FundingLineRecord], moves: [FirmnessMove]) {
    self.init([
      Column("enveloppe", "Enveloppe"), Column("demande_centimes", "Demandé"),
      Column("accorde_centimes", "Accordé"), Column("fermete", "Fermeté"), Column("suivi", "Suivi"),
    ])
    for line in lines {
      let steps = moves.filter { $0.purse == line.purse }.map {
        "\($0.firmness.french) le \($0.day.french) (\($0.reference))"
      }
      append([
        .text(line.purse), .amount(line.requested), .amount(line.granted),
        .word(line.firmness, french: Firmness(rawValue: line.firmness)?.french ?? line.firmness),
        .texts(steps),
      ])
    }
  }
}
