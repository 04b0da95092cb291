public import Allocation
public import Committee
public import Contract
import Dossiers
import Forms
import Store
import Vocabulary

/// A proposal put before the committee, with everything the engine said of it.
public struct ProposalResult: Sendable {
  public let proposal: Proposal
  public var outcome: Outcome
  public let instance: Instance
}

extension Desk {
  /// Computes a proposal on the open session and puts it before the committee; it decides nothing.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - strategy: how to allocate; `nil` for the strategy of the call.
  ///   - isSimulated: compute, but write nothing.
  /// - Returns: the proposal, with everything the engine said of it.
  /// - Throws: ``DeskError`` when there is no open session or nothing left to decide.
  public func propose(
    in context: CallContext, strategy: Strategy? = nil, isSimulated: Bool = false
  ) throws -> ProposalResult {
    _ = try permit("proposer une répartition", to: .secretary, .chair)
    let strategy = strategy ?? Strategy(context.call.committee.strategy)
    return try startingOver {
      try proposal(on: try openSession(of: context), in: context, strategy, isSimulated)
    }
  }

  /// What a proposal would be computed on, as things stand in the open session; nothing is written.
  ///
  /// - Parameter context: the call.
  /// - Returns: the undecided dossiers, what is left of the purses, and the rules of the call.
  /// - Throws: ``DeskError`` when there is no open session or nothing left to decide, or when the actor
  ///   may not propose.
  public func sessionInstance(in context: CallContext) throws -> Instance {
    _ = try permit("comparer des répartitions", to: .secretary, .chair)
    return try instance(of: try openSession(of: context).state, in: context)
  }

  private func proposal(
    on session: LiveSession, in context: CallContext, _ strategy: Strategy, _ isSimulated: Bool
  ) throws -> ProposalResult {
    let result = try proposal(on: session.state, in: context, strategy)
    try append(
      [.proposal(result.proposal)], to: session, act: "proposition", isSimulated: isSimulated)
    return result
  }

  /// A proposal on a state, checked and written nowhere.
  func proposal(
    on state: SessionState, in context: CallContext, _ strategy: Strategy
  ) throws -> ProposalResult {
    let instance = try instance(of: state, in: context)
    let outcome = Allocator.solve(instance, strategy: strategy)
    guard outcome.status != .infeasible else { throw DeskError.impossible(outcome) }
    let breaches = Checker.check(Claim(outcome), against: instance)
    guard breaches.isEmpty else {
      throw DeskError.refused(
        "La répartition calculée ne respecte pas ses propres règles : \(breaches[0].message)",
        remedy: "C’est un défaut du programme ; la proposition n’est pas enregistrée.")
    }
    let proposal = Proposal(
      outcome, id: "P\(state.proposals.count + 1)", strategy: ProposalStrategy(strategy))
    return ProposalResult(proposal: proposal, outcome: outcome, instance: instance)
  }

  /// What a proposal would be computed on.
  func instance(of state: SessionState, in context: CallContext) throws -> Instance {
    guard let opening = state.opening else { throw DeskError.noSession }
    guard !state.undecided().isEmpty else {
      throw DeskError.refused(
        "Il ne reste aucun dossier à décider.", remedy: "Clôturez la séance : aap comite clore.")
    }
    var draft = SessionInstance(state, call: context.call)
    let stages = Set(Stage.allCases.filter(\.isDecided)).union([.inSession])
    try store.forEachRankedDossier(call: opening.call, stages: stages) { _, received in
      guard let entry = state.applications[received.number] else { return }
      let content = try application(of: received, in: context)
      draft.add(
        entry, content, axis: context.reference.objective(content.project.objective)?.axis)
    }
    return draft.instance
  }
}

extension DeskError {
  /// Nothing satisfies all that the session asks; what cannot be met together is named.
  static func impossible(_ outcome: Outcome) -> DeskError {
    .refused(
      "Aucune répartition ne respecte tout ce que la séance demande. "
        + (outcome.conflictInWords ?? ""),
      remedy: "Levez un ajustement (aap comite ajuster --lever), un engagement ou un amendement.")
  }
}

extension Strategy {
  /// The engine's strategy of this name.
  ///
  /// - Parameter strategy: what a call or a proposal says.
  public init(_ strategy: ProposalStrategy) {
    self =
      switch strategy {
      case .rank: .rank
      case .value: .value
      case .proportional: .proportional
      }
  }
}

extension ProposalStrategy {
  fileprivate init(_ strategy: Strategy) {
    self =
      switch strategy {
      case .rank: .rank
      case .value: .value
      case .proportional: .proportional
      }
  }
}

extension Proposal {
  /// A project without a floor may be retained and receive nothing: no decision could grant that.
  private static let unfunded = "Retenu par le calcul, sans qu’aucun crédit puisse lui être donné."

  fileprivate init(_ outcome: Outcome, id: String, strategy: ProposalStrategy) {
    let json = outcome.json
    self.init(
      id: id, strategy: strategy, digest: Fingerprint.of(json.utf8),
      grants: outcome.projects.flatMap { project in
        project.parts.compactMap { part in
          DossierNumber(project.id).map {
            ProposedGrant(number: $0, purse: part.purse, amount: part.amount)
          }
        }
      },
      refusals: outcome.projects.filter(\.parts.isEmpty).compactMap { project in
        DossierNumber(project.id).map {
          ProposedRefusal(number: $0, reason: project.explanation?.minuted ?? Self.unfunded)
        }
      })
  }
}

extension Outcome.Explanation {
  /// Why a project is not retained, as the minutes tell it: the purses that bind, what is missing, and
  /// what would have been enough.
  fileprivate var minuted: String {
    var sentences = [french]
    if !saturatedPurses.isEmpty {
      sentences.append("Enveloppes en cause : \(saturatedPurses.joined(separator: ", ")).")
    }
    if let missing {
      sentences.append("Il manque \(missing.french) pour atteindre le plancher.")
    }
    if let advice { sentences.append(advice) }
    return sentences.joined(separator: " ")
  }
}
