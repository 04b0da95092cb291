import Exchange
import Foundation
import TestKit
import Vocabulary

/// A small programme, changed by one line where it matters.
enum SampleProgramme {
  static func schema() throws -> CompiledSchema {
    try CompiledSchema(
      xsd: [UInt8](try ProjectRoot.data("schemas/programmation-1.0.xsd")),
      name: "programmation-1.0.xsd")
  }

  static func header() throws -> ProgrammeHeader {
    ProgrammeHeader(
      callID: "2026", callTitle: "Appel à projets 2026", year: 2026, contractID: "CDV-EXEMPLE",
      contractName: "Contrat de ville d’exemple", territory: "Agglomération d’exemple",
      exercise: try period(), sessionDate: try day(2026, 3, 12),
      producedAt: Instant(paris: try day(2026, 3, 15), hour: 10), gridVersion: "2026.1",
      isFictional: true, isTraining: true)
  }

  static let purses = [
    ProgrammePurse(
      id: "ETAT-PV", funder: "ETAT", funderName: "État", nature: .specific,
      label: "Crédits spécifiques de la politique de la ville", amount: Cents(euros: 1_900_000)),
    ProgrammePurse(
      id: "CAF", funder: "CAF", funderName: "Caisse d’allocations familiales",
      nature: .commonLaw, label: "Soutien à la parentalité", amount: Cents(euros: 90_000)),
  ]

  static let objectives = ["1.1.3", "2.1.4"].map { code in
    ProgrammeObjective(
      code: code, label: "Objectif d’exemple \(code)", axis: String(code.prefix(3)),
      axisLabel: "Axe d’exemple", stake: String(code.prefix(1)), stakeLabel: "Enjeu d’exemple")
  }

  static func project(_ number: String = "2026-0001") throws -> ProgrammeProject {
    ProgrammeProject(
      number: number, title: "Parents & enfants : l’atelier du mercredi",
      applicant: ProgrammeApplicant(
        name: "Association d’exemple", kind: "association", siret: "12345678200010",
        rna: "W621000123", commune: ProgrammePlace(code: "62000", name: "Ville-Exemple")),
      objective: "1.1.3", secondaryObjectives: ["2.1.4"],
      communes: [ProgrammePlace(code: "62000", name: "Ville-Exemple")],
      districts: [ProgrammePlace(code: "QP000001", name: "Quartier d’exemple")],
      period: try period(), audienceCount: 120, districtShare: BasisPoints(8_000),
      indicators: [
        ProgrammeIndicator(label: "Familles accompagnées", target: "60", code: "1.1.3-a")
      ],
      cost: Cents(euros: 12_000), requested: Cents(euros: 8_000), secured: Cents(euros: 1_500),
      rank: 1, scoreTenths: 835, decision: .partlyGranted,
      motive: "Accordé à hauteur des crédits disponibles.", granted: Cents(650_050),
      lines: [
        ProgrammeLine(
          id: "\(number)-1", purse: "ETAT-PV", requested: Cents(euros: 5_000),
          granted: Cents(400_050), firmness: .voted),
        ProgrammeLine(
          id: "\(number)-2", purse: "CAF", requested: Cents(euros: 3_000),
          granted: Cents(250_000), firmness: .intended),
      ])
  }

  static func refusedProject(_ number: String = "2026-0002") throws -> ProgrammeProject {
    var project = try project(number)
    project.decision = .refused
    project.motive = nil
    (project.rank, project.scoreTenths) = (nil, nil)
    project.granted = .zero
    project.lines = []
    return project
  }

  /// The text of a programme, and the totals announced.
  static func written(
    _ projects: [ProgrammeProject]
  ) throws -> (text: String, totals: ProgrammeTotals) {
    let memory = Memory()
    let writer = ProgrammeXMLWriter { memory.bytes += $0 }
    try writer.begin(try header(), purses: purses, objectives: objectives)
    for project in projects { try writer.append(project) }
    let totals = try writer.finish()
    return (String(decoding: memory.bytes, as: UTF8.self), totals)
  }

  static func validated(_ text: String, piece: Int = 4096) throws -> ProgrammeReport {
    try validated(Array(text.utf8), piece: piece)
  }

  /// What the validator says of bytes that arrive by pieces.
  static func validated(_ bytes: [UInt8], piece: Int = 4096) throws -> ProgrammeReport {
    let validator = try ProgrammeValidator(schema: try schema(), file: "essai.xml")
    bytes.withUnsafeBytes { buffer in
      var left = buffer[...]
      while !left.isEmpty {
        validator.feed(UnsafeRawBufferPointer(rebasing: left.prefix(piece)))
        left = left.dropFirst(piece)
      }
    }
    return validator.finish()
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    guard let value = Day(year: year, month: month, day: day) else { throw Impossible() }
    return value
  }

  static func period() throws -> Period {
    guard let value = Period(from: try day(2026, 1, 1), through: try day(2026, 12, 31)) else {
      throw Impossible()
    }
    return value
  }

  struct Impossible: Error {}
}

/// Bytes gathered by a sink.
final class Memory {
  var bytes: [UInt8] = []
}

/// A place of a finding, short enough for a table of expectations.
struct Seen: Equatable {
  var code: String
  var line: Int?
  var field: String?

  init(_ code: String, line: Int? = nil, field: String? = nil) {
    (self.code, self.line, self.field) = (code, line, field)
  }

  init(_ finding: Finding) {
    self.init(finding.code, line: finding.place.line, field: finding.place.field)
  }
}
