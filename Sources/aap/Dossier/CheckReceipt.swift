import ArgumentParser
import Desk
import Dossiers
import Store
import Vocabulary

extension AAP.DossierCommands {
  /// Checks a file against the receipts given.
  struct CheckReceipt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier-recu",
      abstract: "Dit si un fichier est, octet pour octet, celui d’un récépissé.",
      discussion: """
        Sans numéro, cherche le récépissé de ces octets dans toute la base. Un octet changé, une fin de \
        ligne ou un enregistrement par un autre logiciel suffisent à changer l’empreinte.
        """)
    @Argument(help: "Fichier gardé par le porteur.")
    var fichier: String
    @Option(help: ArgumentHelp("Numéro imprimé sur le récépissé.", valueName: "numero"))
    var numero: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let desk = try base.desk()
      let number = try numero.map { try NumberArgument.read($0) }
      switch try desk.verifyReceipt(of: try InputFile.read(fichier), number: number) {
      case .received(let receipts):
        if output.format != .table { return output.show(Listing(receipts: receipts)) }
        for receipt in receipts { Output.result(Self.proof(fichier, receipt)) }
      case .differs(let fingerprint, let given):
        throw Refusal([Self.difference(fichier, fingerprint, given)])
      case .unknown(let fingerprint, let similar):
        throw Refusal([Self.absence(fichier, fingerprint, similar)])
      }
    }

    private static func proof(_ file: String, _ receipt: Receipt) -> String {
      let version = receipt.version > 1 ? " (version \(receipt.version))" : ""
      return """
        « \(file) » est le fichier reçu sous le numéro \(receipt.number.text)\(version), \
        le \(receipt.receivedAt.french) (heure de Paris).
        SHA-256 : \(receipt.fingerprint)

        """
    }

    private static func difference(
      _ file: String, _ fingerprint: String, _ given: [Receipt]
    ) -> Finding {
      let known = given.map { "\($0.fingerprint) (reçu le \($0.receivedAt.french))" }
      return Finding(
        code: "recu_different", place: Finding.Place(file: file),
        message: "Ce fichier n’est pas celui du dossier \(given.first?.number.text ?? "") : son "
          + "empreinte est \(fingerprint), celle du récépissé est \(known.joined(separator: " ou ")).",
        remedy: "Cherchez le fichier tel qu’il a été déposé, sans l’avoir rouvert ni enregistré "
          + "depuis.", source: "Récépissé : empreinte SHA-256 des octets reçus")
    }

    private static func absence(
      _ file: String, _ fingerprint: String, _ similar: [DossierLine]
    ) -> Finding {
      let hint =
        similar.isEmpty
        ? ""
        : " Le même porteur a déposé une action de ce titre : "
          + "\(similar.map { $0.number.text }.joined(separator: ", "))."
      return Finding(
        code: "recu_inconnu", place: Finding.Place(file: file),
        message: "Aucun fichier de cette empreinte (\(fingerprint)) n’a été reçu dans cette base."
          + hint,
        remedy: "Cherchez le fichier tel qu’il a été déposé, ou donnez le numéro du récépissé : "
          + "--numero.", source: "Récépissé : empreinte SHA-256 des octets reçus")
    }
  }
}
