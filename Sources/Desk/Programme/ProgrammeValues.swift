import Contract
import Dossiers
import Exchange
import Forms
import Store
import Vocabulary

/// The catalogues that come before the projects of a programme.
enum ProgrammeCatalogues {
  static func purses(of context: CallContext) -> [ProgrammePurse] {
    context.call.purses.map { purse in
      ProgrammePurse(
        id: purse.id, funder: purse.funder,
        funderName: context.reference.funder(purse.funder)?.name ?? purse.funder,
        nature: purse.nature == .commonLaw ? .commonLaw : .specific, label: purse.label,
        amount: purse.amount)
    }
  }

  static func objectives(of reference: ReferenceData) -> [ProgrammeObjective] {
    let axes = Dictionary(reference.axes.map { ($0.code, $0.label) }) { first, _ in first }
    let stakes = Dictionary(reference.stakes.map { ($0.code, $0.label) }) { first, _ in first }
    return reference.objectives.map { objective in
      ProgrammeObjective(
        code: objective.code, label: objective.label, axis: objective.axis,
        axisLabel: axes[objective.axis] ?? objective.axis, stake: objective.stake,
        stakeLabel: stakes[objective.stake] ?? objective.stake)
    }
  }
}

extension ProgrammeProject {
  /// What partners receive of a decided dossier: no personal data, no bank data.
  init(
    _ decided: DecidedDossier, _ application: Application, _ reference: ReferenceData
  ) throws {
    let project = application.project
    guard let period = project.period else {
      throw DeskError.inputOutput(
        path: decided.received.number.text, reason: "les dates de l’action ne se lisent pas")
    }
    self.init(
      number: decided.received.number.text, title: project.title,
      applicant: ProgrammeApplicant(application.applicant, reference),
      objective: project.objective, secondaryObjectives: project.secondaryObjectives,
      communes: project.places.communes.map { ProgrammePlace(commune: $0, reference) },
      districts: project.places.districts.map { ProgrammePlace(district: $0, reference) },
      period: period, audienceCount: project.audience.count ?? 0,
      districtShare: project.audience.districtShare ?? BasisPoints(0),
      indicators: project.indicators.map {
        ProgrammeIndicator(label: $0.label, target: $0.target, code: $0.code)
      },
      cost: application.budget.cost, requested: application.need,
      secured: application.plan.securedTotal, rank: decided.rank,
      scoreTenths: decided.totalTenths, decision: ProgrammeDecision(decided.received.stage),
      motive: decided.motive, granted: decided.lines.map(\.granted).total(),
      lines: decided.lines.map { ProgrammeLine($0, of: decided.received.number) })
  }
}

extension ProgrammeApplicant {
  fileprivate init(_ applicant: Applicant, _ reference: ReferenceData) {
    self.init(
      name: applicant.name, kind: applicant.kind, siret: applicant.siret, rna: applicant.rna,
      commune: applicant.commune.map { ProgrammePlace(commune: $0, reference) })
  }
}

extension ProgrammePlace {
  fileprivate init(commune insee: String, _ reference: ReferenceData) {
    self.init(code: insee, name: reference.commune(insee: insee)?.name ?? insee)
  }

  fileprivate init(district code: String, _ reference: ReferenceData) {
    self.init(code: code, name: reference.district(code)?.name ?? code)
  }
}

extension ProgrammeLine {
  /// The identifier of a line survives from one year to the next: dossier and purse.
  fileprivate init(_ line: FundingLineRecord, of number: DossierNumber) {
    self.init(
      id: "\(number.text)/\(line.purse)", purse: line.purse, requested: line.requested,
      granted: line.granted, firmness: ProgrammeFirmness(rawValue: line.firmness) ?? .requested)
  }
}

extension ProgrammeDecision {
  fileprivate init(_ stage: Stage) {
    self =
      switch stage {
      case .granted: .granted
      case .partlyGranted: .partlyGranted
      case .deferred: .postponed
      case .refused: .refused
      case .withoutObject, .draft, .deposited, .incomplete, .completed, .admissible, .inadmissible,
        .reviewed, .inSession, .withdrawn:
        .noObject
      }
  }
}
