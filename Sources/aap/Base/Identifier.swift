import ArgumentParser
import Desk
import Vocabulary

extension AAP {
  /// Checks identifiers.
  struct Identifier: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "identifiant", abstract: "Vérifie des identifiants : SIRET, RNA, IBAN, QPV…",
      subcommands: [Check.self])
  }
}

extension AAP.Identifier {
  /// Checks identifiers given on the line or in a file.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier",
      abstract: "Vérifie des valeurs d’un type, ou un fichier CSV de colonnes kind,value.",
      discussion:
        "Types : \(IdentifierKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    @Argument(help: ArgumentHelp("Type, puis valeurs.", valueName: "type valeur"))
    var arguments: [String] = []
    @Option(help: ArgumentHelp("Fichier CSV à vérifier.", valueName: "fichier"))
    var lot: String?
    @OptionGroup var output: FormatOptions

    func validate() throws {
      let isBatch = lot != nil
      guard isBatch == arguments.isEmpty, isBatch || arguments.count >= 2 else {
        throw ValidationError("Donnez un type et une valeur au moins, ou --lot FICHIER.csv.")
      }
    }

    func run() throws {
      let verdicts =
        if let lot { try IdentifierVerdict.batch(file: lot) } else {
          try arguments.dropFirst().map { try IdentifierVerdict(kind: arguments[0], value: $0) }
        }
      output.show(Listing(verdicts))
      if verdicts.contains(where: { !$0.isValid }) { throw ExitCode(lot == nil ? 65 : 1) }
    }
  }
}
