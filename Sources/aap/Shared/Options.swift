public import ArgumentParser
import Contract
import Desk
import Foundation
import Vocabulary

/// Which base, and who acts.
struct BaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Fichier de la base (ou AAP_BASE).", valueName: "fichier"))
  var base: String?
  @Option(help: ArgumentHelp("Qui agit (ou AAP_ACTEUR).", valueName: "id"))
  var acteur: String?

  /// Whether someone said which base, rather than relying on the one beside.
  var isNamed: Bool { base != nil || Shell.environment["AAP_BASE"] != nil }
  var path: String { base ?? Shell.environment["AAP_BASE"] ?? "./aap.sqlite" }
  var actor: String { acteur ?? Shell.environment["AAP_ACTEUR"] ?? NSUserName() }

  func desk() throws -> Desk {
    try Desk.open(
      path: path, actor: actor, resources: try Shell.resources(), surroundings: Shell.surroundings,
      clockOverride: Shell.environment["AAP_MAINTENANT"])
  }
}

/// Which call; the last opened by default.
struct CallOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Appel à projets ; par défaut, le dernier ouvert.", valueName: "id"))
  var appel: String?

  func context(_ desk: Desk) throws -> CallContext { try desk.callContext(appel) }
}

extension CallOptions {
  /// The call of the base; `nil` when there is no base, or no call in it, and none was named.
  ///
  /// - Throws: ``DeskError`` when a base or a call is named and cannot be read.
  func contextIfAny(in base: BaseOptions) throws -> CallContext? {
    guard appel != nil || base.isNamed || FileManager.default.fileExists(atPath: base.path) else {
      return nil
    }
    let desk = try base.desk()
    do {
      return try context(desk)
    } catch DeskError.noCall {
      return nil
    }
  }
}

/// How results are shown.
struct FormatOptions: ParsableArguments {
  @Option(help: ArgumentHelp("table, json ou csv.", valueName: "format"))
  var format: Listing.Format = .table

  /// Prints a listing; `done` tells what was done even if it cannot be printed.
  func show(_ listing: Listing, done: String? = nil) {
    Output.result(listing.text(as: format), done: done)
  }
}

/// Whether a file of the same name may be replaced.
struct ReplacementOptions: ParsableArguments {
  @Flag(help: "Remplace le fichier de ce nom, s’il existe.")
  var remplacer = false
}

/// Show what would change, write nothing.
struct SimulationOptions: ParsableArguments {
  @Flag(help: "Montre ce qui changerait, sans rien écrire.")
  var simuler = false

  /// The mention put before what is told.
  var mention: String { simuler ? "[simulation] " : "" }
}

extension Listing.Format: ExpressibleByArgument {}

/// What the shell knows: the clock, the environment, where the program stands.
enum Shell {
  static let environment = ProcessInfo.processInfo.environment
  static let surroundings = Surroundings {
    Instant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down)))
  }

  static func resources() throws -> Resources {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return try Resources.locate(environment: environment, executable: executable)
  }
}
