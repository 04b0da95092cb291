import Contract
import Dossiers
import Rules
import Store
import Vocabulary

/// What the base knows beside the file of a dossier, and that rules may look at.
struct FactsBeside: Sendable {
  /// Kinds of the valid papers attached; `nil` when nobody looked.
  var pieces: Set<PieceKind>?
  /// What the same applicant asks in its other dossiers of the call.
  var otherRequests: [FinancingPlan.Request] = []
  /// When the version judged was received; `nil` for the deposit itself.
  var versionReceivedAt: Instant?

  /// A file of which the base knows nothing yet.
  static let none = FactsBeside()
}

extension Desk {
  /// What the base knows of dossiers of one call that follow one another, a query for all of them.
  func factsBeside(
    _ batch: [ReceivedDossier], in context: CallContext
  ) throws -> [DossierNumber: FactsBeside] {
    guard let first = batch.first, let last = batch.last else { return [:] }
    let rules = context.call.pieces
    let pieces =
      rules.required.isEmpty
      ? [:]
      : try store.pieces(
        call: context.call.id, orders: first.number.order...last.number.order)
    let requests = try otherRequests(of: batch.compactMap(\.siren), in: context)
    return batch.reduce(into: [:]) { facts, received in
      let others = received.siren.flatMap { requests[$0] } ?? []
      facts[received.number] = FactsBeside(
        pieces: rules.validKinds(among: pieces[received.number.order] ?? []),
        otherRequests: others.filter { $0.number != received.number }.flatMap(\.requests),
        versionReceivedAt: received.versionReceivedAt)
    }
  }

  /// What a file about to be received shares with the dossiers already there.
  ///
  /// - Parameters:
  ///   - application: what the file says.
  ///   - bytes: the file: the dossier that has the same is itself.
  ///   - number: the dossier it replaces, when there is one.
  ///   - context: the call.
  /// - Returns: the requests of the other dossiers.
  /// - Throws: ``Store/Failure``.
  func factsBeside(
    _ application: Application?, bytes: [UInt8], replacing number: DossierNumber? = nil,
    in context: CallContext
  ) throws -> FactsBeside {
    guard let applicant = application?.applicant, applicant.isPrivateBody,
      let siren = applicant.siren
    else { return .none }
    let others =
      try otherRequests(
        of: [siren], in: context, evenAlone: true)[siren] ?? []
    let itself =
      try number
      ?? store.receipt(
        fingerprint: Fingerprint.of(bytes), call: context.call.id)?.number
    return FactsBeside(otherRequests: others.filter { $0.number != itself }.flatMap(\.requests))
  }

  /// The requests of the applicants that ask for enough, all dossiers together, to matter to a rule.
  private func otherRequests(
    of sirens: [String], in context: CallContext, evenAlone: Bool = false
  ) throws -> [String: [(number: DossierNumber, requests: [FinancingPlan.Request])]] {
    let known = try store.dossiers(
      ofApplicants: Array(Set(sirens)).sorted(), call: context.call.id,
      notOfKinds: Applicant.municipalKinds.sorted(),
      askingMoreThan: evenAlone ? .zero : RuleBook.leastYearlyTotal)
    let read = known.parallelMap { [context] received in
      context.library.read(received.sourceFile).application?.plan.requests ?? []
    }
    return zip(known, read).reduce(into: [:]) { requests, entry in
      guard let siren = entry.0.siren else { return }
      requests[siren, default: []].append((entry.0.number, entry.1))
    }
  }
}
