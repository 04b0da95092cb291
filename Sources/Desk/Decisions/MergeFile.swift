import Committee
import Documents
import Dossiers
import Exchange
import Store
import Vocabulary

/// The rows from which an office program merges letters of its own.
enum MergeFile {
  private static let header = [
    "Dossier", "Financeur", "Nom du financeur", "Porteur", "Représentant", "Fonction", "Adresse",
    "Code postal", "Commune", "Courriel", "Action", "Décision", "Montant demandé",
    "Montant accordé", "Montant en lettres", "Total accordé", "Motif", "Convention", "Fichier",
    "Empreinte",
  ]

  /// One row a letter, in order.
  ///
  /// - Parameters:
  ///   - letters: the letters.
  ///   - files: the names of their files.
  /// - Returns: the table, header first.
  static func csv(of letters: [ComposedLetter], files: [String]) -> String {
    var table = TableCSV(header: header)
    for (letter, file) in zip(letters, files) { table.append(row(letter, file)) }
    return table.text
  }

  private static func row(_ letter: ComposedLetter, _ file: String) -> [String] {
    let award = letter.award
    let addressee = award.addressee
    let amount = letter.grant?.amount ?? .zero
    return [
      award.number.text, letter.grant?.payer ?? "", letter.grant?.name ?? "", addressee.name,
      addressee.representative ?? "", addressee.role ?? "", addressee.street ?? "",
      addressee.postalCode ?? "", addressee.commune ?? "", addressee.email ?? "",
      award.application.title, letter.state.decision.kind.french,
      award.application.need.french, amount.french, amount.frenchWords,
      letter.state.decision.total.french, letter.state.decision.motive ?? "",
      letter.needsAgreement ? "oui" : "non", file, letter.record.sha256,
    ].map(harmless)
  }

  /// A text that no spreadsheet takes for a formula: those that begin like one are held by an apostrophe.
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n|%".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }
}
