import Documents
import Foundation

/// Files to write together: none is written while one of them would replace another content.
final class OutputFolder {
  /// A file to write.
  struct File {
    /// Without its folder.
    let name: String
    let path: String
    let text: String
    let isPrinted: Bool
  }

  private let request: PaperRequest
  /// The files of the folder, in order.
  private(set) var files: [File] = []
  private var beside: [File] = []

  init(_ request: PaperRequest) { self.request = request }

  /// A name that any disk takes: letters, digits, dots, hyphens and underscores.
  static func safeName(_ name: String) -> String {
    String(
      name.map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? character : "_"
      })
  }

  /// Adds documents by their names without extension.
  ///
  /// - Throws: ``DeskError/inputOutput(path:reason:)`` when two of them would have one name.
  func add(_ documents: [(name: String, text: String)]) throws {
    let suffix = request.printer == nil ? request.format.fileExtension : "pdf"
    var taken = Set(files.map(\.name))
    for document in documents {
      let name = "\(document.name).\(suffix)"
      guard taken.insert(name.lowercased()).inserted else {
        throw DeskError.inputOutput(path: name, reason: "deux documents porteraient ce nom")
      }
      files.append(
        File(
          name: name, path: "\(request.folder)/\(name)", text: document.text,
          isPrinted: request.printer != nil))
    }
  }

  /// Adds a text under a path of its own.
  func add(_ text: String, at path: String) {
    beside.append(File(name: path, path: path, text: text, isPrinted: false))
  }

  /// Writes every file, each whole or not at all.
  ///
  /// - Returns: how many were there already, the same to the byte.
  /// - Throws: ``DeskError/cannotCreate(path:reason:)``.
  func write() throws -> Int {
    guard !request.folder.isEmpty else {
      throw DeskError.cannotCreate(path: "", reason: "ce nom de dossier est vide")
    }
    let isThere = (files + beside).map(holdsAlready)
    for (file, isSame) in zip(files + beside, isThere) where !isSame && !request.replaces {
      try OutputName.requireFree(file.path)
    }
    guard !request.isSimulated else { return isThere.count { $0 } }
    if !files.isEmpty { try make(request.folder) }
    for (file, isSame) in zip(files + beside, isThere) where !isSame {
      let bytes =
        if file.isPrinted, let printer = request.printer {
          try printer.print(file.text)
        } else { Array(file.text.utf8) }
      try Desk.write(bytes, to: file.path, replacing: request.replaces)
    }
    return isThere.count { $0 }
  }

  /// Whether a file of that name holds that text; what a printer makes is never compared.
  private func holdsAlready(_ file: File) -> Bool {
    guard !file.isPrinted, let data = FileManager.default.contents(atPath: file.path) else {
      return false
    }
    return data.elementsEqual(file.text.utf8)
  }

  private func make(_ folder: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard !isFolder.boolValue else { return }
      throw DeskError.cannotCreate(path: folder, reason: "c’est un fichier")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw DeskError.cannotCreate(path: folder, reason: "ce dossier ne peut pas être créé")
    }
  }
}
