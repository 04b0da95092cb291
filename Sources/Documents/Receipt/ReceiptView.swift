public import Contract
public import Dossiers
public import Vocabulary

/// What happens after a deposit, and when.
public struct ReceiptStep: DocumentView, Hashable {
  let when: String
  let what: String

  /// Announces a step.
  public init(by day: Day, what: String) {
    when = day.french
    self.what = what.printable
  }

  static let fields: [ViewField<ReceiptStep>] = [
    .text("date") { $0.when },
    .text("etape") { $0.what },
    .text("paragraphe") { TextLayout.paragraph("\($0.when)\u{00A0}: \($0.what)", mark: "  - ") },
  ]

  /// The steps of a call, in the order of its calendar.
  public static func steps(of calendar: CallCalendar) -> [ReceiptStep] {
    [
      ReceiptStep(by: calendar.closing.lastDay, what: "clôture de l’appel à projets"),
      ReceiptStep(by: calendar.admissibility, what: "examen de la recevabilité du dossier"),
      ReceiptStep(by: calendar.committee, what: "comité des financeurs"),
      ReceiptStep(by: calendar.notification, what: "notification des décisions"),
    ]
  }
}

/// A paper that a dossier still lacks.
struct ReceiptPaper: DocumentView, Hashable {
  let label: String
  /// Only for papers that some applicants of this kind need not give.
  let reason: String?

  static let fields: [ViewField<ReceiptPaper>] = [
    .text("piece") { $0.label },
    .text("motif") { $0.reason },
    .text("paragraphe") { paper in
      let reason = paper.reason.map { ". \($0)" } ?? ""
      return TextLayout.paragraph("\(paper.label)\(reason)", mark: "  - ")
    },
  ]
}

/// The papers that a dossier still lacks, and until when they may be given.
public struct ReceiptPapers: Hashable, Sendable {
  let papers: [ReceiptPaper]
  let deadline: String

  /// Words what is still expected.
  public init(_ missing: [PieceInventory.Line], by deadline: Deadline) {
    papers = missing.map { line in
      ReceiptPaper(
        label: line.requirement.rule.label.printable,
        reason: line.requirement.rule.isConditional
          ? line.requirement.reason.printable.withHeldQuotes : nil)
    }
    self.deadline = deadline.french
  }
}

/// A version received after the deposit.
public struct LaterVersion: Hashable, Sendable {
  let version: Int
  let received: String

  /// Names a version from 2, and when it was received.
  public init(_ version: Int, receivedAt: Instant) {
    self.version = version
    received = "\(receivedAt.french) (heure de Paris)"
  }
}

/// What the receipt of a deposit says.
public struct ReceiptView: DocumentView, Hashable {
  let isTraining: Bool
  let number: String
  let title: String
  let applicant: String
  let contract: String
  let call: String
  let deposited: String
  let later: LaterVersion?
  let digest: String
  let size: String
  let steps: [ReceiptStep]
  let papers: ReceiptPapers?

  /// Words a receipt.
  ///
  /// - Parameters:
  ///   - number: the number given to the dossier.
  ///   - title: the project's title.
  ///   - applicant: who deposits.
  ///   - contractName: the contract as printed.
  ///   - callTitle: the call as printed.
  ///   - depositedAt: when the deposit was recorded.
  ///   - later: the version received since, when the receipt is of one.
  ///   - sha256: digest of the bytes deposited, in hexadecimal.
  ///   - size: number of bytes deposited.
  ///   - steps: what comes next; empty when the calendar is not settled.
  ///   - papers: what is still expected of the applicant.
  ///   - isTraining: whether the base is for training only.
  public init(
    number: DossierNumber, title: String, applicant: String, contractName: String,
    callTitle: String, depositedAt: Instant, later: LaterVersion? = nil, sha256: String, size: Int,
    steps: [ReceiptStep], papers: ReceiptPapers? = nil, isTraining: Bool
  ) {
    self.isTraining = isTraining
    self.number = number.text
    self.title = title.printable
    self.applicant = applicant.printable
    contract = contractName.printable
    call = callTitle.printable
    deposited = "\(depositedAt.french) (heure de Paris)"
    self.later = later
    digest = sha256
    self.size = FrenchNumber.count(size, "octet", "octets")
    self.steps = steps
    self.papers = papers
  }

  static let fields: [ViewField<ReceiptView>] = [
    .flag("formation") { $0.isTraining },
    .text("numero") { $0.number },
    .text("titre") { TextLayout.continued($0.title) },
    .text("porteur") { TextLayout.continued($0.applicant) },
    .text("contrat") { TextLayout.continued($0.contract) },
    .text("appel") { TextLayout.continued($0.call) },
    .text("depot") { $0.deposited },
    .flag("rectifie") { $0.later != nil },
    .text("version") { $0.later.map { String($0.version) } },
    .text("reception") { $0.later?.received },
    .text("empreinte") { $0.digest },
    .text("taille") { $0.size },
    .rows("etapes") { $0.steps },
    .flag("avec_etapes") { !$0.steps.isEmpty },
    .rows("pieces") { $0.papers?.papers ?? [] },
    .flag("avec_pieces") { $0.papers?.papers.isEmpty == false },
    .text("date_pieces") { $0.papers?.deadline },
  ]
}

extension String {
  /// Quotation marks that never stand alone at the end or at the start of a line.
  fileprivate var withHeldQuotes: String {
    replacing("« ", with: "«\u{00A0}").replacing(" »", with: "\u{00A0}»")
  }
}

extension TextLayout {
  /// Columns taken by the labels of a receipt.
  private static let label = 18

  /// A value beside its label, later lines under the first.
  fileprivate static func continued(_ text: String) -> String {
    let indent = String(repeating: " ", count: label)
    return wrap(text, width: width - label).joined(separator: "\n" + indent)
  }
}
