public import Allocation
public import Committee
public import Contract
import Dossiers
import Vocabulary

extension Listing {
  /// The purses of a session and what is left on each; those of one funder when it is named.
  public init(board state: SessionState, of funder: FunderID? = nil) {
    self.init([
      Column("enveloppe", "Enveloppe"), Column("financeur", "Financeur"),
      Column("nature", "Nature"), Column("montant_centimes", "Montant"),
      Column("accorde_centimes", "Accordé"), Column("reste_centimes", "Reste"),
    ])
    for purse in state.opening?.purses ?? [] where funder == nil || purse.funder == funder {
      append([
        .text(purse.id), .text(purse.funder), .text(purse.nature.french), .amount(purse.amount),
        .amount(state.grantedByPurse[purse.id] ?? .zero),
        .amount(state.left(on: purse.id) ?? .zero),
      ])
    }
  }
}

extension Listing {
  /// An allocation, one line a project: what each purse would give, or why not.
  public init(outcome: Outcome) {
    self.init([
      Column("id", "Projet"), Column("retenu", "Retenu"), Column("total_centimes", "Total"),
      Column("parts", "Parts"), Column("explication", "Pourquoi non"),
    ])
    for project in outcome.projects {
      append([
        .text(project.id), .flag(project.isRetained), .amount(project.total),
        .texts(project.parts.map { "\($0.purse) \($0.amount.french)" }),
        project.explanation.map { .text($0.whole) } ?? .none,
      ])
    }
  }
}

extension Listing {
  /// What cannot be met together, one line a row of the instance.
  public init(conflict: [Outcome.Demand]) {
    self.init([Column("type", "Genre"), Column("message", "Exigence")])
    for demand in conflict { append([.text(demand.word), .text(demand.sentence)]) }
  }
}
