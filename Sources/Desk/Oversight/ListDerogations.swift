public import Committee
import Contract
import Dossiers
import Store
public import Vocabulary

/// An exception that the committee authorised, and when.
public struct GrantedDerogation: Sendable {
  public let decision: Decision
  public let derogation: Derogation
  public let at: Instant
  /// Whether the decision it allowed is still the one in force.
  public let isInForce: Bool
}

extension Desk {
  /// Every derogation of a call, in the order of its session.
  ///
  /// - Parameter context: the call.
  /// - Returns: those of decisions replaced since included.
  /// - Throws: ``DeskError`` for an actor who may not see them, or when the call had no session.
  public func derogations(in context: CallContext) throws -> [GrantedDerogation] {
    _ = try permit("voir les dérogations", to: .secretary, .chair, .instructor)
    let session = try session(of: context)
    return session.events.compactMap { recorded in
      guard case .decision(let decision) = recorded.event, let derogation = decision.derogation
      else { return nil }
      return GrantedDerogation(
        decision: decision, derogation: derogation, at: recorded.at,
        isInForce: session.state.decisions[decision.number] == decision)
    }
  }
}

extension Listing {
  /// Derogations, one a line.
  ///
  /// - Parameter derogations: in the order of the session.
  public init(derogations: [GrantedDerogation]) {
    self.init([
      Column("heure", "Heure"), Column("dossier", "Dossier"), Column("decision", "Décision"),
      Column("montants", "Montants"), Column("motif", "Motif"), Column("auteur", "Auteur"),
      Column("source", "Source"), Column("en_vigueur", "En vigueur"),
    ])
    for one in derogations {
      append([
        .instant(one.at), .text(one.decision.number.text),
        .word(one.decision.kind.rawValue, french: one.decision.kind.french),
        .text(one.decision.grants.french), .text(one.derogation.motive),
        .text(one.derogation.author),
        one.derogation.source.map { .text($0.citation) } ?? .none, .flag(one.isInForce),
      ])
    }
  }
}
