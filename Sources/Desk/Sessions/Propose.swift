public import Allocation
public import Committee
import Contract
import Dossiers
import Forms
import Store
import Vocabulary

/// A proposal put before the committee, with everything the engine said of it.
public struct ProposalResult: Sendable {
  public let proposal: Proposal
  public let outcome: Outcome
  public let instance: Instance
}

extension Desk {
  /// Computes a proposal on the open session and puts it before the committee; it decides nothing.
  public func propose(
    in context: CallContext, strategy: Strategy, isSimulated: Bool = false
  ) throws -> ProposalResult {
    _ = try permit("proposer une répartition", to: .secretary, .chair)
    return try startingOver {
      try proposal(on: try openSession(of: context), in: context, strategy, isSimulated)
    }
  }

  private func proposal(
    on session: LiveSession, in context: CallContext, _ strategy: Strategy, _ isSimulated: Bool
  ) throws -> ProposalResult {
    guard !session.state.undecided().isEmpty else {
      throw DeskError.refused(
        "Il ne reste aucun dossier à décider.", remedy: "Clôturez la séance : aap comite clore.")
    }
    let instance = try instance(of: session, in: context)
    let outcome = Allocator.solve(instance, strategy: strategy)
    let breaches = Checker.check(Claim(outcome), against: instance)
    guard breaches.isEmpty else {
      throw DeskError.refused(
        "La répartition calculée ne respecte pas ses propres règles : \(breaches[0].message)",
        remedy: "C’est un défaut du programme ; la proposition n’est pas enregistrée.")
    }
    let proposal = Proposal(
      outcome, id: "P\(session.state.proposals.count + 1)",
      strategy: ProposalStrategy(rawValue: strategy.rawValue) ?? .rank)
    try append(
      [.proposal(proposal)], to: session, act: "proposition", isSimulated: isSimulated)
    return ProposalResult(proposal: proposal, outcome: outcome, instance: instance)
  }

  /// What the engine receives: the session's dossiers and purses, and the rules of the call.
  private func instance(of session: LiveSession, in context: CallContext) throws -> Instance {
    guard let opening = session.state.opening else { throw DeskError.noSession }
    var projects: [Instance.Project] = []
    var cells: [Instance.Cell] = []
    try store.forEachRankedDossier(call: opening.call, stages: [.inSession]) { _, received in
      guard let application = session.state.applications[received.number] else { return }
      let content = try self.application(of: received, in: context)
      let id = received.number.text
      projects.append(
        Instance.Project(
          id: id, rank: Int64(application.rank), score: Int64(application.scoreTenths),
          need: application.need, floor: application.floor, cost: content.budget.cost,
          districts: content.project.places.districts,
          axis: context.reference.objective(content.project.objective)?.axis,
          applicant: content.applicant.siret, applicantKind: content.applicant.kind))
      cells += content.fundingCells(in: context.call).map { cell in
        Instance.Cell(
          project: id, purse: cell.purse, minimum: cell.minimum, maximum: cell.maximum)
      }
    }
    return Instance(
      projects: projects,
      purses: opening.purses.map { Instance.Purse($0, left: session.state.left(on: $0.id)) },
      cells: cells, constraints: counts(of: context.call, in: session.state))
  }

  /// How many more projects each purse may serve, decisions already taken counted.
  private func counts(of call: Call, in state: SessionState) -> [Instance.Constraint] {
    let served = state.decisions.values.flatMap(\.grants).filter { $0.amount > .zero }
      .reduce(into: [:]) { $0[$1.purse, default: 0] += 1 }
    return call.purses.compactMap { purse in
      purse.maximumProjects.map { most in
        .maximumCount(
          purse: purse.id, of: nil, count: Int64(max(0, most - (served[purse.id] ?? 0))))
      }
    }
  }
}

extension Instance.Purse {
  /// What is left of a purse once the decisions already taken are counted.
  fileprivate init(_ purse: SessionPurse, left: Cents?) {
    self.init(
      id: purse.id, amount: max(left ?? purse.amount, .zero),
      nature: purse.nature == .commonLaw ? .commonLaw : .specific)
  }
}

extension Proposal {
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
      refusals: outcome.projects.filter { !$0.isRetained }.compactMap { project in
        DossierNumber(project.id).map {
          ProposedRefusal(number: $0, reason: project.explanation?.minuted ?? "non retenu")
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
