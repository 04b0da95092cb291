import Committee
import Dossiers
public import Store
import Vocabulary

extension Listing {
  /// What funders think of dossiers, one purse of a dossier a line.
  public init(opinions: [OpinionRecord]) {
    self.init([
      Column("numero", "Numéro"), Column("enveloppe", "Enveloppe"), Column("avis", "Avis"),
      Column("montant_centimes", "Montant"), Column("conditions", "Conditions"),
      Column("moment", "Moment"), Column("donne_le", "Donné le"), Column("par", "Par"),
    ])
    for record in opinions {
      let opinion = record.opinion
      append([
        .text(opinion.number.text), .text(opinion.purse),
        .word(opinion.verdict.rawValue, french: opinion.verdict.french),
        opinion.amount.map { .amount($0) } ?? .none,
        opinion.conditions.map { .text($0) } ?? .none,
        record.isInSession
          ? .word("en_seance", french: "en séance") : .word("avant_seance", french: "avant séance"),
        .instant(record.at), .text(record.actor),
      ])
    }
  }
}
