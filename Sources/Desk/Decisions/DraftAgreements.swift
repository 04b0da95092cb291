import Committee
import Contract
import Documents
import Dossiers
import Store
import Vocabulary

extension Desk {
  /// Drafts the agreements that the year's grants call for: one a payer and body of private law, all its
  /// actions together.
  ///
  /// - Parameters:
  ///   - request: which agreements, where and how; those that one dossier takes part in when it names one.
  ///   - context: the call, whose last session must be closed.
  /// - Returns: what was written; no file when no agreement is due.
  /// - Throws: ``DeskError``, notably when a file of another content is in the way: nothing is then written.
  public func draftAgreements(
    _ request: PaperRequest, in context: CallContext
  ) throws -> PaperOutcome {
    _ = try permit("préparer les conventions", to: .secretary, .chair)
    let (session, _) = try closedSession(of: context)
    let year = try yearlyAwards(of: context)
    if let number = request.number {
      let isDecided = year.contains { $0.awards.contains { $0.number == number } }
      guard isDecided else { throw try undecided(number) }
    }
    let templates = try documentTemplates(request.format == .page ? .agreementPage : .agreementText)
    let frame = letterContext(of: context, session: session)
    let agreements = DueAgreement.all(in: year).filter { due in
      due.lines.contains { line in
        request.number.map { $0 == line.award.number }
          ?? (line.award.number.call == context.call.id)
      }
    }
    let folder = OutputFolder(request)
    try folder.add(
      agreements.map { ($0.name, templates.agreement($0.view(in: frame), as: request.format)) })
    let unchanged = try folder.write()
    if !request.isSimulated, !agreements.isEmpty {
      try store.journal(
        journalAct(
          "convention", subject: request.number?.text ?? context.call.id,
          detail: agreements.map(\.name).joined(separator: " ")))
    }
    return PaperOutcome(files: folder.files.map(\.name), unchanged: unchanged, recorded: 0)
  }
}

/// What one payer gives one body of private law over the year, above the threshold.
private struct DueAgreement {
  struct Line {
    let award: Award
    let grant: PayerGrant
  }

  let lines: [Line]

  /// Every agreement due, in the order of the first action of each.
  static func all(in year: [CallAwards]) -> [DueAgreement] {
    var order: [YearlyGrants.Pair] = []
    var lines: [YearlyGrants.Pair: [Line]] = [:]
    for award in year.flatMap(\.awards).sorted(by: { $0.number < $1.number }) {
      for grant in award.state(at: nil).payers {
        let pair = YearlyGrants.Pair(payer: grant.payer, beneficiary: award.beneficiary)
        if lines[pair] == nil { order.append(pair) }
        lines[pair, default: []].append(Line(award: award, grant: grant))
      }
    }
    let yearly = YearlyGrants(year)
    return order.compactMap { lines[$0] }.filter { lines in
      lines.last.map { yearly.needsAgreement($0.grant, of: $0.award) } ?? false
    }.map(DueAgreement.init)
  }

  /// The name of its file, without extension.
  var name: String {
    let who = lines.first.map {
      "\($0.grant.payer)-\($0.award.applicant.siren ?? $0.award.number.text)"
    }
    return OutputFolder.safeName("convention-\(who ?? "")")
  }

  func view(in frame: LetterContext) -> AgreementView {
    // The last action has the last address.
    let last = lines[lines.count - 1]
    return AgreementView(
      payer: last.grant.name, beneficiary: last.award.addressee,
      owesCommitment: last.award.applicant.signsRepublicanCommitment,
      actions: lines.map { line in
        AgreementAction(
          number: line.award.number, title: line.award.application.title,
          purses: line.grant.shares.map(\.label), amount: line.grant.amount)
      }, context: frame)
  }
}
