public import Contract
public import Dossiers
public import Forms
public import Vocabulary

/// Everything a rule may look at: nothing else exists for it, neither clock nor disk.
public struct Facts: Sendable {
  public let application: Application
  public let call: Call
  public let reference: ReferenceData
  /// The edition with which the answers were read.
  public let form: FormEdition
  public let chart: ChartOfAccounts
  public let receivedAt: Instant
  /// When the version judged was received, later than the deposit for what corrects or completes it.
  public let versionReceivedAt: Instant
  /// What the same applicant asks in its other dossiers of this call, when that is known.
  public let otherRequests: [FinancingPlan.Request]
  /// Kinds of the valid papers attached to the dossier; `nil` when nobody looked, before the deposit.
  public let pieces: Set<PieceKind>?

  /// Gathers the facts of one application.
  public init(
    application: Application, call: Call, reference: ReferenceData, form: FormEdition,
    chart: ChartOfAccounts, receivedAt: Instant, otherRequests: [FinancingPlan.Request] = [],
    pieces: Set<PieceKind>? = nil, versionReceivedAt: Instant? = nil
  ) {
    self.application = application
    self.call = call
    self.reference = reference
    self.form = form
    self.chart = chart
    self.receivedAt = receivedAt
    self.versionReceivedAt = versionReceivedAt ?? receivedAt
    self.otherRequests = otherRequests
    self.pieces = pieces
  }

  /// The day that decides which texts apply: that of receipt, never after the last day of the call,
  /// so that an old call judged again is judged under the law of its time.
  public var applicationDay: Day {
    min(receivedAt.parisDay, call.calendar.closing.lastDay)
  }
}

extension Facts {
  var answers: Answers { application.answers }
  var project: Project { application.project }
  var plan: FinancingPlan { application.plan }

  func field(_ id: FieldID) -> Field? { form.fields.first { $0.id == id } }

  /// Whether the form demands this answer of this applicant.
  func isDemanded(_ field: Field) -> Bool {
    field.isRequired && (field.condition?.holds(for: answers) ?? true)
  }

  /// Whether the absence of this answer is already told: demanded by the form, or unreadable.
  func isAbsenceTold(_ id: FieldID) -> Bool {
    guard answers[id] == nil else { return false }
    return answers.isUnreadable(id) || field(id).map { isDemanded($0) } ?? false
  }

  /// The budget of each year the request covers, with the fields that hold it.
  var yearlyBudgets: [(sections: YearSections, budget: Budget)] {
    [(YearSections(year: 1), application.budget)]
      + application.laterYears.map { (YearSections(year: $0.year), $0.budget) }
  }

  /// The field that holds the accounts of a side of the budget.
  func fieldID(of side: AccountSide) -> FieldID? {
    form.fields.first { $0.kind == .accounts(side) }?.id
  }

  /// The requests, each with its place in the form.
  var requests: [PlacedRequest] {
    let rows = answers.rows(FieldName.requests).enumerated().filter { _, row in
      row.text("financeur") != nil && row.amount("montant") != nil
    }
    return zip(rows, plan.requests).map { row, request in
      PlacedRequest(
        request: request, path: "\(FieldName.requests)[\(row.offset + 1)]",
        isCommuneUnreadable: row.element.unreadable.contains("commune"))
    }
  }

  /// The name of a funder, with that of the commune when it is one.
  func funderName(of request: FinancingPlan.Request) -> String {
    if let commune = request.commune {
      return FrenchPhrase.commune(reference.commune(insee: commune)?.name ?? commune)
    }
    return reference.funder(request.funder)?.name ?? request.funder
  }
}

/// A request and its path in the form.
struct PlacedRequest {
  let request: FinancingPlan.Request
  /// For instance `financement.demandes[2]`.
  let path: FieldID
  /// Whether a commune was named in a way nobody can read.
  let isCommuneUnreadable: Bool

  /// A breach about one column of this request.
  func breach(
    _ column: String, _ message: String, remedy: String, source: LegalSource? = nil
  ) -> Breach {
    Breach(
      field: "\(path).\(column)", line: request.line, message: message, remedy: remedy,
      source: source)
  }
}

/// Fields that every edition keeps and that several rules look at.
enum FieldName {
  static let requests = "financement.demandes"
  static let secured = "financement.acquis"
  static let floor = "financement.plancher"
  static let start = "projet.debut"
  static let end = "projet.fin"
  static let years = "projet.annees"
  static let publicGrants = "porteur.subventions_annuelles"
  static let districtShare = "public.part_qpv"
  static let communes = "lieux.communes"
  static let districts = "lieux.quartiers"
  static let watchTerritories = "lieux.veille"
  static let seat = "porteur.commune_siege"
  static let charges = "budget.charges"
  static let resources = "budget.produits"
  static let volunteerUses = "budget.emplois_volontaires"
  static let volunteerResources = "budget.ressources_volontaires"

  /// Everything that makes the cost of the action and what pays for it.
  static let budget = [charges, resources, requests, secured]
  /// Everything that says where the action takes place, and so which purses may serve it.
  static let places = [communes, districts, watchTerritories, seat]
}
