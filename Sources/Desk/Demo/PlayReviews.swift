import Contract
import Dossiers
import Scoring
import Store
import Vocabulary

/// The marks of a training season: three invented reviewers, two for each dossier.
struct TrainingReviews {
  /// Beyond, nobody could have read them all: nobody marks.
  static let mostDossiers = 500

  private static let reviewers = ["instruction-1", "instruction-2", "instruction-3"]

  /// What each mark is justified by, from 0 to 4.
  private static let justifications = [
    "Rien dans le dossier ne permet d’en juger.",
    "Le dossier en parle sans rien de précis.",
    "Des éléments précis, mais des points restent à éclaircir.",
    "Le dossier est précis et cohérent sur ce point.",
    "Le dossier est précis, cohérent, et s’appuie sur une expérience décrite.",
  ]

  /// Acts as someone at a moment.
  let desk: (_ actor: String?) -> Desk
  let context: CallContext

  /// Gives the dossiers to reviewers and hands in their marks.
  ///
  /// - Returns: how many reviews were handed in.
  func play() throws -> Int {
    let grid = context.call.grid
    let secretary = desk(nil)
    let ranked = try secretary.dossierLines(in: context, stages: Stage.rankable).count
    guard !grid.humanCriteria.isEmpty, (1...Self.mostDossiers).contains(ranked) else { return 0 }
    for reviewer in Self.reviewers {
      try secretary.addActor(Actor(id: reviewer, role: .instructor))
    }
    let given = try secretary.assignAll(count: 2, among: Self.reviewers, in: context).given
    for assignment in given {
      let reviewer = desk(assignment.reviewer)
      let marks = grid.humanCriteria.enumerated().map { place, criterion in
        let mark = mark(assignment, place: place)
        return GivenMark(
          criterion: criterion.code, mark: mark, justification: Self.justifications[mark])
      }
      _ = try reviewer.mark(marks, on: assignment.number)
      _ = try reviewer.submitReview(of: assignment.number)
    }
    return given.count
  }

  /// A mark that depends on the dossier, a little on the reviewer and on the criterion: 1 to 4.
  private func mark(_ assignment: Assignment, place: Int) -> Int {
    let order = assignment.number.order
    let reviewer = Self.reviewers.firstIndex(of: assignment.reviewer) ?? 0
    let lean = (order * 5 + place * 3) % 7 == 0 ? reviewer % 2 : 0
    return 1 + (order * 3 + place + lean) % 4
  }
}
