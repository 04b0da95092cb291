import Foundation
import TestKit

/// The spreadsheet that most applicants use; its absence fails the tests that need it.
///
/// Each run has a profile of its own, told to compute every formula again when it opens a file.
struct WorkbookLibreOffice {
  struct Failure: Error { let words: String }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let user = "\(folder.path)/profil/user"
    try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
    try Data(Self.settings.utf8).write(to: URL(filePath: "\(user)/registrymodifications.xcu"))
  }

  /// 0 is « always ».
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" \
    oor:op="fuse"><value>0</value></prop></item>
    <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" \
    oor:op="fuse"><value>fr-FR</value></prop></item>
    </oor:items>
    """

  /// Opens a workbook and saves it in another format.
  ///
  /// - Returns: the files written, by name.
  func convert(_ bytes: [UInt8], to format: String) throws -> [String: [UInt8]] {
    let source = folder.file("classeur.ods")
    try Data(bytes).write(to: URL(filePath: source))
    let target = folder.file("sortie-\(UUID().uuidString)")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/soffice")
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profil", "--headless", "--norestore",
      "--convert-to", format, "--outdir", target, source,
    ]
    let said = Pipe()
    process.standardOutput = said
    process.standardError = said
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let words = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
    guard process.terminationStatus == 0, !names.isEmpty else { throw Failure(words: words) }
    return try names.reduce(into: [:]) { files, name in
      files[name] = [UInt8](try Data(contentsOf: URL(filePath: "\(target)/\(name)")))
    }
  }

  /// The same workbook, saved by LibreOffice.
  func saved(_ bytes: [UInt8]) throws -> [UInt8] {
    guard let file = try convert(bytes, to: "ods")["classeur.ods"] else {
      throw Failure(words: "no classeur.ods")
    }
    return file
  }
}
