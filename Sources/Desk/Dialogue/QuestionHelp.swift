import Forms
import Vocabulary

/// What a question says of itself: briefly when it is asked, at length for « ? ».
enum QuestionHelp {
  /// The title of a question, its short help and its example.
  static func heading(_ field: Field, number: Int, of count: Int) -> [String] {
    let mark = field.isRequired ? " (obligatoire)" : ""
    return ["Question \(number)/\(count) — \(field.label)\(mark)"] + brief(field)
  }

  private static func brief(_ field: Field) -> [String] {
    let hint =
      switch field.kind.single {
      case .reference, .identifier(.commune): "Tapez quelques lettres du nom, ou le code."
      default: String?.none
      }
    return [field.help, example(of: field).map { "Exemple : \($0)" }, hint].compactMap { $0 }
  }

  /// The example as people type it: an edition writes it as in a file.
  private static func example(of field: Field) -> String? {
    guard let written = field.example else { return nil }
    let typed =
      switch field.kind {
      case .list: written.filter { !"[]\"".contains($0) }
      case .accounts: written.filter { !"{}\":".contains($0) }
      default:
        written.count > 1 && written.hasPrefix("\"") && written.hasSuffix("\"")
          ? String(written.dropFirst().dropLast()).replacing("\\\"", with: "\"") : written
      }
    return typed.isEmpty ? nil : typed
  }

  /// Everything worth knowing: help, example, format, limits, what may be typed.
  static func whole(_ field: Field, offers: [String]) -> [String] {
    var said = ["\(field.label)\(field.isRequired ? " (obligatoire)" : " (facultatif)")"]
    said += brief(field)
    said.append("Format : \(format(of: field.kind)).")
    if let condition = field.condition { said.append("Demandé seulement si \(condition.french).") }
    said += offers
    said.append("« :aide » donne les commandes.")
    return said
  }

  private static func format(of kind: Field.Kind) -> String {
    switch kind {
    case .text(let maximum): "une ligne de \(characters(maximum)) au plus"
    case .longText(let maximum):
      "plusieurs lignes, \(characters(maximum)) au plus en tout ; un point seul sur une ligne finit, ou « :fichier CHEMIN »"
    case .choice: "un numéro de la liste, ou les premières lettres"
    case .yesNo: "oui ou non"
    case .integer(let range):
      "un nombre entier de \(FrenchNumber.text(range.lowerBound)) à \(FrenchNumber.text(range.upperBound))"
    case .percentage: "un pourcentage de 0 à 100, par exemple 37,5"
    case .amount: "un montant en euros, par exemple 1234,56"
    case .day: "un jour, 01/03/2016 ou 2016-03-01"
    case .identifier(let kind): "un \(kind.frenchName), par exemple \(kind.example)"
    case .reference(let reference): self.reference(reference)
    case .list(let inner, let maximum):
      "une valeur par ligne, ligne vide pour finir\(most(maximum)) ; chacune : \(format(of: inner))"
    case .table: "ligne par ligne, une colonne après l’autre"
    case .accounts:
      "« COMPTE MONTANT », par exemple « 641 6400 » ; « 641 - » retire ; ligne vide pour finir"
    }
  }

  private static func most(_ maximum: Int?) -> String {
    maximum.map { ", \(FrenchNumber.text($0)) au plus" } ?? ""
  }

  private static func characters(_ count: Int) -> String {
    FrenchNumber.count(count, "caractère", "caractères")
  }

  private static func reference(_ reference: Field.Reference) -> String {
    let what =
      switch reference {
      case .objective: "de l’objectif"
      case .funder: "du financeur"
      case .commune: "de la commune, ou le début de son code Insee ou postal"
      case .district: "du quartier"
      case .watchTerritory: "du territoire"
      }
    return "quelques lettres du nom \(what), ou son code"
  }
}
