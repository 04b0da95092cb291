import Committee
import Contract
public import Dossiers
import Store
public import Vocabulary

/// An exception that someone entitled authorised, and when.
public struct GrantedDerogation: Hashable, Sendable {
  public let number: DossierNumber
  /// What it lets pass: a rule of admissibility, or a decision with its amounts.
  public let object: String
  public let motive: String
  public let author: String
  public let source: String?
  public let at: Instant
  /// Whether what it allowed is still so.
  public let isInForce: Bool
}

extension Desk {
  /// Every derogation of a call: to rules of admissibility, then in session.
  ///
  /// - Parameter context: the call.
  /// - Returns: oldest first in each kind, those of decisions replaced since included.
  /// - Throws: ``DeskError`` for an actor who may not see them.
  public func derogations(in context: CallContext) throws -> [GrantedDerogation] {
    _ = try permit("voir les dérogations", to: .secretary, .chair, .instructor)
    let rules = try store.ruleDerogations(call: context.call.id).map { one in
      GrantedDerogation(
        number: one.number, object: "recevabilité, \(one.rule)", motive: one.motive,
        author: one.actor, source: one.source, at: one.at, isInForce: true)
    }
    guard try store.lastSession(call: context.call.id) != nil else { return rules }
    let session = try session(of: context)
    return rules
      + session.events.compactMap { recorded in
        guard case .decision(let decision) = recorded.event, let derogation = decision.derogation
        else { return nil }
        return GrantedDerogation(
          number: decision.number, object: "\(decision.kind.french), \(decision.grants.french)",
          motive: derogation.motive, author: derogation.author,
          source: derogation.source?.citation, at: recorded.at,
          isInForce: session.state.decisions[decision.number] == decision)
      }
  }
}

extension Listing {
  /// Derogations, one a line.
  ///
  /// - Parameter derogations: in order.
  public init(derogations: [GrantedDerogation]) {
    self.init([
      Column("heure", "Heure"), Column("dossier", "Dossier"), Column("objet", "Objet"),
      Column("motif", "Motif"), Column("auteur", "Auteur"), Column("source", "Source"),
      Column("en_vigueur", "En vigueur"),
    ])
    for one in derogations {
      append([
        .instant(one.at), .text(one.number.text), .text(one.object), .text(one.motive),
        .text(one.author), one.source.map { .text($0) } ?? .none, .flag(one.isInForce),
      ])
    }
  }
}
