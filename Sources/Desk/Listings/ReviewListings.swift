import Contract
import Dossiers
import Scoring
import Store
import Vocabulary

extension Listing {
  /// What a reviewer is preparing, criterion by criterion, with what each mark means.
  public init(draft: ReviewDraft) {
    self.init([
      Column("critere", "Critère"), Column("libelle", "Libellé"), Column("note", "Note"),
      Column("justification", "Justification"), Column("echelle", "Échelle"),
    ])
    for criterion in draft.grid.humanCriteria {
      let mark = draft.marks.first { $0.criterion == criterion.code }
      append([
        .text(criterion.code), .text(criterion.label), mark.map { .number($0.mark) } ?? .none,
        mark.map { .text($0.justification) } ?? .none,
        .texts(criterion.scale.enumerated().map { "\($0) = \($1)" }),
      ])
    }
  }

  /// The marks of each reviewer, criterion by criterion.
  public init(reviews: DossierReviews) {
    self.init([
      Column("critere", "Critère"), Column("examinateur", "Examinateur"), Column("note", "Note"),
      Column("justification", "Justification"), Column("rendu_le", "Rendu le"),
    ])
    for criterion in reviews.grid.humanCriteria {
      for review in reviews.reviews {
        for mark in review.marks where mark.criterion == criterion.code {
          append([
            .text(criterion.code), .text(review.reviewer), .number(mark.mark),
            .text(mark.justification), .instant(review.submittedAt),
          ])
        }
      }
    }
  }

  /// Where reviewers stand towards dossiers.
  public init(interests: [ReviewerInterest]) {
    self.init([
      Column("numero", "Numéro"), Column("examinateur", "Examinateur"), Column("etat", "État"),
      Column("constat", "Constaté"), Column("motif", "Motif"), Column("par", "Par"),
    ])
    for interest in interests {
      append([
        .text(interest.number.text), .text(interest.reviewer),
        interest.record.map {
          .word($0.verdict.rawValue, french: $0.verdict == .declared ? "déclaré" : "écarté")
        } ?? .word("a_trancher", french: "à trancher"),
        .texts(interest.found.map(\.french)),
        interest.record.map { .text($0.motive) } ?? .none,
        interest.record.map { .text($0.actor) } ?? .none,
      ])
    }
  }
}
