public import Committee
import Dossiers
public import Vocabulary

/// What one purse gives, as a letter lists it.
public struct LetterShare: DocumentView, Hashable {
  let label: String
  let amount: String

  /// Names a purse and what it gives.
  public init(label: String, amount: Cents) {
    self.label = label.printable
    self.amount = amount.french
  }

  static let fields: [ViewField<LetterShare>] = [
    .text("libelle") { $0.label },
    .text("part") { $0.amount },
  ]
}

/// What one payer gives to a dossier.
public struct LetterGrant: Hashable, Sendable {
  let payer: String
  let amount: Cents
  let shares: [LetterShare]
  let needsAgreement: Bool

  /// Describes a grant.
  ///
  /// - Parameters:
  ///   - payer: the legal person that pays, as printed.
  ///   - amount: what it gives in all.
  ///   - shares: its purses.
  ///   - needsAgreement: whether the year's grants to the same body call for an agreement.
  public init(payer: String, amount: Cents, shares: [LetterShare], needsAgreement: Bool) {
    self.payer = payer.printable
    self.amount = amount
    self.shares = shares
    self.needsAgreement = needsAgreement
  }
}

/// What changed a decision once its session was sealed, as a letter tells it.
public struct LetterChange: Hashable, Sendable {
  let day: Day
  /// The text that allows it.
  let source: String?
  /// What the payer gave before.
  let former: Cents

  /// Describes a change.
  ///
  /// - Parameters:
  ///   - change: the act.
  ///   - day: the day it was done.
  ///   - former: what the payer gave before.
  public init(_ change: DecisionChange, day: Day, former: Cents) {
    self.day = day
    source = change.ground.source?.citation.printable
    self.former = former
  }
}

/// A decision told to whoever applied: what one payer grants, or that nobody does.
///
/// A grant is not a right: its refusal need not be reasoned (CRPA, art. L. 211-2), but the committee’s reason
/// is always given. Time limits run against the reader only if the letter states them together with the ways
/// to appeal (CJA, art. R. 421-5): two months to seize the administrative court (CJA, art. R. 421-1), an
/// administrative appeal made meanwhile starting them again (CRPA, art. L. 411-2), silence kept for two
/// months refusing it (CRPA, art. L. 231-4). The template says so wherever something asked was not given.
public struct LetterView: DocumentView, Hashable {
  let context: LetterContext
  let number: String
  let title: String
  let addressee: Addressee
  /// Who writes: the payer, or whoever runs the call when nobody pays.
  let sender: String
  let decision: DecisionKind
  let motive: String?
  let requested: Cents
  let total: Cents
  let grant: LetterGrant?
  let isPrivateBody: Bool
  let change: LetterChange?

  /// Words a letter.
  ///
  /// - Parameters:
  ///   - application: the dossier as the session had it.
  ///   - decision: the decision in force.
  ///   - addressee: whom it is written to.
  ///   - isPrivateBody: whether the beneficiary owes a financial report.
  ///   - grant: what the writer gives; `nil` when nobody gives anything.
  ///   - secretariat: who writes when nobody gives anything.
  ///   - labels: labels of the purses, by the codes that computed motives name them with.
  ///   - change: what changed the decision after its session; `nil` when nothing did.
  ///   - context: the frame of the decision.
  public init(
    _ application: SessionApplication, decision: Decision, addressee: Addressee,
    isPrivateBody: Bool, grant: LetterGrant?, secretariat: String, labels: [String: String] = [:],
    change: LetterChange? = nil, context: LetterContext
  ) {
    self.context = context
    self.change = change
    number = application.number.text
    title = application.title.printable
    self.addressee = addressee
    sender = grant?.payer ?? secretariat.printable
    self.decision = decision.kind
    motive = decision.motive?.printable.replacingCodes(with: labels)
    requested = application.need
    total = decision.total
    self.grant = grant
    self.isPrivateBody = isPrivateBody
  }

  /// Whether something asked was refused for good: a deferred dossier comes back.
  private var mayAppeal: Bool { decision == .refused || decision == .partlyGranted || takesBack }
  private var given: Cents { grant?.amount ?? .zero }
  private var takesBack: Bool { change.map { $0.former > given } ?? false }
  private var othersGive: Bool { grant.map { $0.amount < total } ?? false }
}

extension LetterView {
  static let fields: [ViewField<LetterView>] = headFields + decisionFields + moneyFields

  private static let headFields: [ViewField<LetterView>] = [
    .flag("formation") { $0.context.isTraining },
    .text("expediteur") { $0.sender },
    .text("contrat") { $0.context.contract },
    .text("appel") { $0.context.call },
    .text("seance") { $0.context.day.french },
    .text("numero") { $0.number },
    .text("titre") { $0.title },
    .text("porteur") { $0.addressee.name },
    .rows("adresse") { $0.addressee.addressLines },
  ]

  private static let decisionFields: [ViewField<LetterView>] = [
    .flag("accorde") { $0.decision == .granted },
    .flag("partiel") { $0.decision == .partlyGranted },
    .flag("ajourne") { $0.decision == .deferred },
    .flag("refuse") { $0.decision == .refused },
    .flag("sans_objet") { $0.decision == .moot && $0.change == nil },
    .flag("acte") { $0.change != nil },
    .text("date_acte") { $0.change?.day.french },
    .text("fondement") { $0.change?.source },
    .text("ancien") { $0.change?.former.french },
    .flag("modifiee") { ($0.change?.former ?? .zero) > .zero && $0.given > .zero },
    .flag("retiree") { $0.change != nil && $0.given == .zero },
    .text("decision") { $0.decision.french },
    .text("motif") { $0.motive },
    .flag("recours") { $0.mayAppeal },
    .flag("telerecours") { $0.context.hasOnlineCourt },
  ]

  private static let moneyFields: [ViewField<LetterView>] = [
    .flag("subvention") { $0.given > .zero },
    .text("demande") { $0.requested.french },
    .text("montant") { $0.grant?.amount.french },
    .text("montant_lettres") { $0.grant?.amount.frenchWords },
    .rows("parts") { $0.grant?.shares ?? [] },
    .flag("avec_autres") { $0.othersGive },
    .text("total") { $0.total.french },
    .text("total_lettres") { $0.total.frenchWords },
    .flag("convention") { $0.grant?.needsAgreement ?? false },
    .text("seuil") { _ in AgreementLaw.threshold.french },
    .flag("compte_rendu") { $0.isPrivateBody },
    .text("exercice") { $0.context.exercise.french },
    .text("date_compte_rendu") { $0.context.reportDue.french },
  ]
}
