public import Committee
import Contract
public import Dossiers
public import Store
public import Vocabulary

extension Desk {
  /// Withdraws or modifies a decision of a sealed session, by an act of its own.
  ///
  /// - Parameters:
  ///   - change: the act.
  ///   - isSimulated: judge it, and write nothing.
  /// - Returns: the warnings.
  /// - Throws: `Refusal` with every finding when one blocks, or ``DeskError``.
  public func change(_ change: DecisionChange, isSimulated: Bool = false) throws -> [Finding] {
    _ = try permit("retirer ou modifier une décision", to: .secretary, .chair)
    let context = try callContext(change.number.call)
    let standing = try standing(of: change.number, in: context)
    let findings = change.findings(on: standing, today: surroundings.now().parisDay)
    guard !findings.contains(where: { $0.severity == .blocking }) else { throw Refusal(findings) }
    if !isSimulated {
      try store.record(
        change, need: standing.application.need,
        act: journalAct(
          "\(change.kind.french) de décision", subject: change.number.text,
          detail: change.ground.rawValue))
    }
    return findings
  }

  /// Moves an amount voted along the ladder of firmness.
  ///
  /// - Parameters:
  ///   - move: what it becomes, and what proves it.
  ///   - isSimulated: judge it, and write nothing.
  /// - Throws: ``DeskError`` when the amount cannot become that, or was not voted.
  public func move(_ move: FirmnessMove, isSimulated: Bool = false) throws {
    let actor = try permit("suivre un financement", to: .secretary, .chair, .funder)
    let context = try callContext(move.number.call)
    let funder = context.call.purses.first { $0.id == move.purse }?.funder
    if actor.role == .funder, funder != actor.funder {
      try store.journal(
        journalAct("refus", subject: "suivi d’un financement", detail: "enveloppe \(move.purse)"))
      throw DeskError.recused(
        actor: actorID, number: move.number.text,
        reason: "l’enveloppe \(move.purse) n’est pas celle de son financeur",
        remedy: "Un financeur ne suit que ses enveloppes.")
    }
    _ = try standing(of: move.number, in: context)
    let line = try store.fundingLines(of: move.number).first { $0.purse == move.purse }
    guard let line, line.granted > .zero, let present = Firmness(rawValue: line.firmness) else {
      throw DeskError.refused(
        "\(move.purse) n’a rien accordé au dossier \(move.number.text).",
        remedy: "Voyez : aap dossier montrer \(move.number.text).")
    }
    guard move.firmness != .cancelled else {
      throw DeskError.refused(
        "Un montant voté s’annule par un retrait ou une modification de la décision.",
        remedy: "aap decision retirer, ou aap decision modifier.")
    }
    guard present.mayBecome(move.firmness) else {
      throw DeskError.refused(
        "Un montant « \(present.french) » ne devient pas « \(move.firmness.french) ».",
        remedy: "L’échelle ne se descend pas : voté, délibéré, conventionné, versé.")
    }
    guard !move.reference.trimmedOfSpaces.isEmpty else {
      throw DeskError.refused(
        "La pièce qui le prouve manque.",
        remedy: "Indiquez-la : --reference \"Délibération 2016-33\".")
    }
    guard !isSimulated else { return }
    try store.record(
      move,
      act: journalAct(
        "fermeté", subject: move.number.text,
        detail: "\(move.purse) \(move.firmness.rawValue) \(move.day.iso)"))
  }

  /// The changes of the decisions of a call, oldest first.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - number: one dossier only.
  /// - Returns: the changes.
  /// - Throws: `Store.Failure`.
  public func decisionChanges(
    in context: CallContext, of number: DossierNumber? = nil
  ) throws -> [RecordedChange] {
    try store.decisionChanges(call: context.call.id, of: number)
  }

  /// A decision of a sealed session as it stands, after the changes made since.
  private func standing(
    of number: DossierNumber, in context: CallContext
  ) throws -> StandingDecision {
    let session = try session(of: context)
    guard case .closed(let closedAt) = session.state.phase else {
      throw DeskError.refused(
        "La séance n’est pas close : la décision se reprend en séance.",
        remedy: "aap comite decider \(number.text) --motif …")
    }
    guard let application = session.state.applications[number],
      session.state.decisions[number] != nil
    else {
      throw DeskError.refused(
        "Le dossier \(number.text) n’a pas été décidé par cette séance.",
        remedy: "Vérifiez son numéro : aap dossier lister.")
    }
    let lines = try store.fundingLines(of: number)
    let changes = try store.decisionChanges(call: number.call, of: number)
    let granted = try store.grantsByPurse(call: number.call)
    var left: [String: Cents] = [:]
    for purse in session.state.opening?.purses ?? [] {
      let own = lines.first { $0.purse == purse.id }?.granted ?? .zero
      left[purse.id] = max(purse.amount - (granted[purse.id]?.granted ?? .zero) + own, .zero)
    }
    return StandingDecision(
      application: application,
      grants: lines.filter { $0.granted > .zero }.map {
        PurseAmount(purse: $0.purse, amount: $0.granted)
      },
      day: (changes.last?.at ?? closedAt).parisDay, left: left,
      paid: Set(
        lines.filter { $0.firmness == Firmness.paid.rawValue }.map(\.purse)))
  }
}
