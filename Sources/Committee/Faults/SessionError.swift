public import Contract
public import Dossiers
public import Vocabulary

/// Why an event was refused; the state is left as it was.
public enum SessionError: Error, Hashable, Sendable {
  /// The session is not at a stage where this event makes sense.
  case order(OrderFault)
  /// The opening does not hold together.
  case opening(OpeningFault)
  /// A presence or a departure.
  case attendance(FunderID, AttendanceFault)
  /// The proposal of this identifier.
  case proposal(String, ProposalFault)
  case decision(DossierNumber, DecisionFault)
  case vote(VoteSubject, VoteFault)
  /// The session cannot close on these dossiers, in order of number.
  case undecided([DossierNumber])
  /// These dossiers were decided on promises that no longer hold, in order of number.
  case toReview([DossierNumber])
  /// The amendment of this identifier.
  case amendment(String, DebateFault)
  /// A promise or an adjustment on this dossier.
  case cell(DossierNumber, DebateFault)
  /// The scenario of this name, or a batch.
  case scenario(String, DebateFault)

  /// The refusal as a finding: what, where, what to do.
  public var finding: Finding {
    let wording = wording
    return Finding(
      code: wording.code, place: Finding.Place(field: place), message: wording.message,
      remedy: wording.remedy)
  }

  /// What is wrong and what to do, in French.
  public var french: String {
    let wording = wording
    return "\(wording.message) \(wording.remedy)"
  }

  private var wording: FaultWording {
    switch self {
    case .order(let fault): fault.wording
    case .opening(let fault): fault.wording
    case .attendance(let member, let fault): fault.wording(of: member)
    case .proposal(let id, let fault): fault.wording(of: id)
    case .decision(let number, let fault): fault.wording(of: number)
    case .vote(let subject, let fault): fault.wording(of: subject)
    case .undecided(let numbers): Self.undecidedWording(numbers)
    case .toReview(let numbers): Self.toReviewWording(numbers)
    case .amendment(_, let fault), .scenario(_, let fault), .cell(_, let fault): fault.wording
    }
  }

  private var place: String? {
    switch self {
    case .order, .undecided, .toReview: nil
    case .amendment(let id, _): id
    case .scenario(let name, _): name
    case .cell(let number, _): number.text
    case .opening: "ouverture"
    case .attendance(let member, _): member
    case .proposal(let id, _): id
    case .decision(let number, _): number.text
    case .vote(let subject, _): subject.french
    }
  }

  private static func undecidedWording(_ numbers: [DossierNumber]) -> FaultWording {
    FaultWording(
      code: "seance_dossiers_non_decides",
      message: "La séance ne peut pas être close\u{00A0}: "
        + "\(numbers.count) dossier(s) sans décision (\(numbers.map(\.text).joined(separator: ", "))).",
      remedy: "Décidez, ajournez ou déclarez sans objet chacun de ces dossiers, puis clôturez.")
  }
}

extension SessionError {
  fileprivate static func toReviewWording(_ numbers: [DossierNumber]) -> FaultWording {
    FaultWording(
      code: "seance_engagements_rompus",
      message:
        "La séance ne peut pas être close\u{00A0}: \(numbers.count) dossier(s) décidé(s) sur des "
        + "engagements qui ne tiennent plus (\(numbers.map(\.text).joined(separator: ", "))).",
      remedy: "Décidez de nouveau chacun de ces dossiers, avec un motif, puis clôturez.")
  }
}

/// The French words of a refusal.
struct FaultWording {
  let code: String
  let message: String
  let remedy: String
}
