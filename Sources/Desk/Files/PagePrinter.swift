import Foundation

/// Prints pages as PDF through WeasyPrint, a program that is not part of this one.
public struct PagePrinter: Sendable {
  /// The program's name.
  public static let name = "weasyprint"
  let program: String

  /// Looks for the program.
  ///
  /// - Parameter searchPath: the folders to look in, as the variable `PATH` lists them.
  /// - Throws: ``DeskError/toolMissing(_:remedy:)``.
  public init(searchPath: String?) throws {
    let folders = (searchPath ?? "").split(separator: ":").map(String.init)
    let candidates = folders.map { "\($0)/\(Self.name)" }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw DeskError.toolMissing(
        Self.name,
        remedy:
          "Installez-le (sous Debian : apt-get install weasyprint), ou imprimez la page en PDF "
          + "depuis un navigateur.")
    }
    program = found
  }

  /// The pages of a document.
  ///
  /// - Parameter page: the document.
  /// - Returns: its PDF.
  /// - Throws: ``DeskError/inputOutput(path:reason:)`` when the program fails.
  public func print(_ page: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "aap-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      // What letters say is nobody else's business.
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let source = folder.appending(path: "page.html")
      let target = folder.appending(path: "page.pdf")
      try Data(page.utf8).write(to: source)
      guard try run([source.path, target.path]) else { throw failure("il a signalé une erreur") }
      return Array(try Data(contentsOf: target))
    } catch let error as DeskError {
      throw error
    } catch {
      throw failure("la page n’a pas pu être imprimée")
    }
  }

  private func run(_ arguments: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func failure(_ reason: String) -> DeskError {
    DeskError.inputOutput(path: Self.name, reason: reason)
  }
}
