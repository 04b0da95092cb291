import Foundation
public import Vocabulary

/// What a demonstration plays.
public struct DemoRequest: Sendable {
  /// Folder of the territory.
  public let reference: String
  /// Name of the call's folder inside the territory.
  public let call: String
  /// Folder of the hand-written season; `nil` to generate dossiers.
  public let season: String?
  /// Number of generated dossiers, when no season is given.
  public let count: Int
  public let seed: UInt64
  /// Folder to write in.
  public let output: String

  /// Describes the demonstration to play.
  public init(
    reference: String, call: String, season: String?, count: Int, seed: UInt64, output: String
  ) {
    self.reference = reference
    self.call = call
    self.season = season
    self.count = count
    self.seed = seed
    self.output = output
  }
}

/// What a demonstration did, in figures.
public struct DemoSummary: Sendable {
  /// A funder and what it gives.
  public struct Funder: Sendable {
    public let name: String
    public let projects: Int
    public let granted: Cents
  }

  /// Files written, relative to the output folder.
  public let files: [String]
  public let received: Int
  public let deposited: Int
  public let refusedAtDeposit: Int
  public let inadmissible: Int
  public let ranked: Int
  public let funded: Int
  public let requested: Cents
  public let granted: Cents
  public let funders: [Funder]
}

extension DemoRequest {
  /// A demonstration on the sample territories shipped beside the program.
  ///
  /// - Parameters:
  ///   - resources: where the program's files are.
  ///   - reference: a territory's folder; the first shipped season's by default.
  ///   - call: name of the call's folder.
  ///   - count: number of dossiers to generate; `nil` to play hand-written ones.
  ///   - seed: seed of the generator.
  ///   - output: folder to write in.
  /// - Returns: what to play.
  /// - Throws: ``DeskError/inputMissing(path:)`` when no season is shipped.
  public static func standard(
    resources: Resources, reference: String?, call: String?, count: Int?, seed: UInt64,
    output: String
  ) throws -> DemoRequest {
    let fixtures = "\(resources.root)/fixtures"
    let seasons = try SeasonFile.shipped(in: "\(fixtures)/saisons")
    let season = seasons.first { season in
      let isTerritory =
        reference.map { isSameFolder($0, "\(fixtures)/\(season.territory)") } ?? true
      return isTerritory && (call ?? season.call) == season.call
    }
    if count == nil {
      guard let season else {
        throw DeskError.refused(
          "Aucune saison écrite à la main n’est livrée pour ce territoire et cet appel.",
          remedy: "Donnez un nombre de dossiers à générer : --dossiers 40.")
      }
      return DemoRequest(
        reference: reference ?? "\(fixtures)/\(season.territory)", call: season.call,
        season: season.folder, count: 0, seed: seed, output: output)
    }
    guard let folder = reference ?? seasons.first.map({ "\(fixtures)/\($0.territory)" }),
      let name = call ?? Desk.callFolders(in: folder).first
    else { throw DeskError.inputMissing(path: reference ?? "\(fixtures)/saisons") }
    return DemoRequest(
      reference: folder, call: name, season: nil, count: count ?? 0, seed: seed, output: output)
  }

  private static func isSameFolder(_ left: String, _ right: String) -> Bool {
    URL(fileURLWithPath: left).standardizedFileURL
      == URL(fileURLWithPath: right).standardizedFileURL
  }
}
