import ArgumentParser

/// The first page of help, written from the commands' own descriptions.
///
/// The argument parser would write the same page, after building the whole tree of commands by
/// reflection: several times what the program needs to start (docs/dev/adr/0003-demarrage.md).
enum RootHelp {
  private static let width = 80
  private static let column = 26

  /// Whether the arguments ask for the first page and nothing else.
  static func isAsked(by arguments: [String]) -> Bool {
    arguments.isEmpty || arguments == ["--help"] || arguments == ["-h"] || arguments == ["help"]
  }

  /// The page, ending with a line feed.
  static var text: String {
    let root = AAP.configuration
    var page = "\(root.abstract)\n\n\(root.discussion)\n\nEMPLOI : aap COMMANDE\n\n"
    page += "OPTIONS :\n"
    page += entry("--version", "Affiche la version.")
    page += entry("-h, --help", "Affiche cette aide.")
    page += "\nCOMMANDES :\n"
    for command in root.subcommands.map({ $0.configuration }) where command.shouldDisplay {
      page += entry(command.commandName ?? "", command.abstract)
    }
    return page + "\n  Voir « aap help COMMANDE » pour l’aide détaillée.\n"
  }

  private static func entry(_ name: String, _ what: String) -> String {
    var line = "  " + name
    line += String(repeating: " ", count: max(1, column - line.count))
    var text = ""
    for word in what.split(separator: " ") {
      if line.count + word.count > width {
        text += line.trimmedAtEnd + "\n"
        line = String(repeating: " ", count: column)
      }
      line += word + " "
    }
    return text + line.trimmedAtEnd + "\n"
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
