import Contract
public import Dossiers
public import Store
import Vocabulary

/// Where a reviewer stands towards a dossier: what ties suggest, and what was said of it.
public struct ReviewerInterest: Sendable {
  public let number: DossierNumber
  public let reviewer: String
  /// What the reviewer's ties suggest.
  public let found: [FoundInterest]
  /// The last word on it, if any.
  public let record: InterestRecord?
  /// Whether a tie was recorded since it was dismissed: nobody has dismissed that one.
  let hasNewTie: Bool

  /// Whether the reviewer may not review: declared, or suggested by a tie and not dismissed.
  public var isExcluded: Bool {
    switch record?.verdict {
    case .declared: true
    case .dismissed: hasNewTie
    case nil: !found.isEmpty
    }
  }

  /// Whether somebody has to declare it or dismiss it.
  public var isOpen: Bool { (record == nil && !found.isEmpty) || hasNewTie }
}

extension Desk {
  /// Records a tie of an actor.
  public func addMandate(_ mandate: Mandate, isSimulated: Bool = false) throws {
    _ = try permit("enregistrer un mandat", to: .secretary)
    try check(mandate)
    guard !isSimulated else { return }
    try store.add(
      mandate,
      act: journalAct(
        "mandat", subject: mandate.holder, detail: "\(mandate.kind.rawValue) \(mandate.value)"))
  }

  /// Ends a tie of an actor.
  public func endMandate(_ mandate: Mandate, isSimulated: Bool = false) throws {
    _ = try permit("mettre fin à un mandat", to: .secretary)
    let isKnown = try store.mandates(of: mandate.holder).contains {
      $0.kind == mandate.kind && $0.value == mandate.value
    }
    guard isKnown else {
      throw DeskError.refused(
        "« \(mandate.holder) » n’a pas ce mandat.", remedy: "Voyez : aap acteur mandats.")
    }
    guard !isSimulated else { return }
    _ = try store.end(
      mandate,
      act: journalAct(
        "fin de mandat", subject: mandate.holder,
        detail: "\(mandate.kind.rawValue) \(mandate.value)"))
  }

  /// The ties in force; its own only, for whoever does not instruct or chair.
  public func mandates() throws -> [Mandate] {
    let actor = try permit(
      "voir les mandats", to: .instructor, .funder, .secretary, .chair, .reader)
    let all = try store.mandates()
    switch actor.role {
    case .instructor, .secretary, .chair: return all
    case .funder, .reader, .applicant: return all.filter { $0.holder == actorID }
    }
  }

  private func check(_ mandate: Mandate) throws {
    guard try store.actor(mandate.holder) != nil else {
      throw DeskError.refused(
        "« \(mandate.holder) » n’est pas un acteur de cette base.",
        remedy: "Voyez : aap acteur lister.")
    }
    switch mandate.kind {
    case .siren:
      guard (try? IdentifierKind.siren.normalized(mandate.value)) == mandate.value else {
        throw DeskError.refused(
          "« \(mandate.value) » n’est pas un numéro SIREN.",
          remedy:
            "Il a neuf chiffres ; vérifiez-le : "
            + "aap identifiant verifier siren \(mandate.value).")
      }
    case .commune:
      guard base.reference.commune(insee: mandate.value) != nil else {
        throw DeskError.refused(
          "Aucune commune du contrat n’a le code INSEE « \(mandate.value) ».",
          remedy: "Pour une commune d’ailleurs, donnez son nom avec --organisme.")
      }
    case .body:
      guard mandate.value.lettersOnly.count >= 2 else {
        throw DeskError.refused(
          "« \(mandate.value) » n’est pas le nom d’un organisme.",
          remedy: "Donnez son nom, tel que les dossiers l’écrivent.")
      }
    }
  }

  /// Where each reviewer stands towards each dossier, those with something to say only.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - number: one dossier alone; `nil` for all.
  /// - Returns: by order of deposit, then by reviewer.
  /// - Throws: ``DeskError``, ``Store/Failure``.
  public func reviewerInterests(
    in context: CallContext, only number: DossierNumber? = nil
  ) throws -> [ReviewerInterest] {
    _ = try permit("voir les conflits d’intérêts", to: .instructor, .secretary, .chair)
    return try interests(in: context, only: number)
  }

  func interests(
    in context: CallContext, only number: DossierNumber? = nil
  ) throws -> [ReviewerInterest] {
    let mandates = Dictionary(grouping: try store.mandates(), by: \.holder)
    let records = Dictionary(
      grouping: try store.interests(call: context.call.id, only: number), by: \.number)
    let communes = Dictionary(
      base.reference.communes.map { ($0.insee, $0.name) }
    ) { first, _ in first }
    let holders = mandates.keys.sorted()
    let instants = records.isEmpty ? [:] : try store.mandateInstants()
    var all: [ReviewerInterest] = []
    func add(_ received: ReceivedDossier) throws {
      let said = records[received.number] ?? []
      var found: [String: [FoundInterest]] = [:]
      if !holders.isEmpty {
        let application = try application(of: received, in: context)
        for holder in holders {
          let ties = application.interests(of: mandates[holder] ?? [], communes: communes)
          if !ties.isEmpty { found[holder] = ties }
        }
      }
      for reviewer in Set(found.keys).union(said.map(\.reviewer)).sorted() {
        let record = said.first { $0.reviewer == reviewer }
        let ties = found[reviewer] ?? []
        let isNew = ties.contains { tie in
          guard let record, let since = instants[tie.mandate] else { return false }
          return record.verdict == .dismissed && since > record.at
        }
        all.append(
          ReviewerInterest(
            number: received.number, reviewer: reviewer, found: ties, record: record,
            hasNewTie: isNew))
      }
    }
    if let number {
      guard let received = try store.dossier(number) else {
        throw DeskError.unknownDossier(number.text)
      }
      try add(received)
    } else {
      try store.forEachDossier(
        call: context.call.id, stages: Set(Stage.allCases).subtracting([.withdrawn]), add)
    }
    return all
  }

  /// The reviews that count, by order of deposit.
  ///
  /// A reviewer whom a tie excludes counts no more than one whose interest is declared.
  ///
  /// - Parameters:
  ///   - orders: orders of deposit of the dossiers; `nil` for the whole call.
  ///   - context: the call.
  /// - Returns: the last review of each reviewer, by order of deposit.
  /// - Throws: ``Failure`` when the base cannot be read.
  func countedReviews(
    orders: ClosedRange<Int>? = nil, in context: CallContext
  ) throws -> [Int: [SubmittedReview]] {
    var reviews = try store.reviews(call: context.call.id, orders: orders)
    let holders = Set(try store.mandates().map(\.holder))
    for (order, given) in reviews where given.contains(where: { holders.contains($0.reviewer) }) {
      let number = DossierNumber(call: context.call.id, order: order)
      let excluded = Set(
        try interests(in: context, only: number).filter(\.isExcluded).map(\.reviewer))
      reviews[order] = given.filter { !excluded.contains($0.reviewer) }
    }
    return reviews
  }

  /// Records that a reviewer has an interest in a dossier, or that there is none after all.
  ///
  /// A reviewer declares its own interests; only the secretary or the chair dismisses one.
  ///
  /// - Parameters:
  ///   - verdict: declared or dismissed.
  ///   - reviewer: whose interest it is.
  ///   - number: the dossier.
  ///   - motive: why, for the journal.
  ///   - isSimulated: check, but write nothing.
  /// - Throws: ``DeskError``, ``Store/Failure``.
  public func recordInterest(
    _ verdict: InterestRecord.Verdict, of reviewer: String, in number: DossierNumber,
    motive: String, isSimulated: Bool = false
  ) throws {
    switch verdict {
    case .declared where reviewer == actorID:
      _ = try permit(
        "déclarer un conflit d’intérêts", to: .instructor, .funder, .secretary, .chair)
    case .declared: _ = try permit("déclarer le conflit d’un autre", to: .secretary, .chair)
    case .dismissed:
      _ = try permit("écarter un conflit d’intérêts", to: .secretary, .chair)
      guard reviewer != actorID else {
        throw DeskError.refused(
          "On n’écarte pas son propre conflit d’intérêts.",
          remedy: "Demandez-le au président ou à un autre secrétaire.")
      }
    }
    guard try store.actor(reviewer) != nil else {
      throw DeskError.refused(
        "« \(reviewer) » n’est pas un acteur de cette base.", remedy: "Voyez : aap acteur lister.")
    }
    guard try store.dossier(number) != nil else { throw DeskError.unknownDossier(number.text) }
    let motive = try Self.motive(motive)
    guard !isSimulated else { return }
    try store.recordInterest(
      verdict, of: reviewer, in: number, motive: motive,
      act: journalAct(
        "conflit \(verdict.rawValue)", subject: number.text, detail: "\(reviewer) : \(motive)"))
  }
}
