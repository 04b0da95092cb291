import Vocabulary

/// Why a cell cannot be read as an answer.
enum CellFault: Error, Hashable {
  case formula(String)
  case error(String)
  case time
  case moment(String)
  case number(String)
  case unknownType(String)
  case merged

  var code: String {
    switch self {
    case .formula: "cellule_formule"
    case .error: "cellule_erreur"
    case .time, .moment: "cellule_heure"
    case .number: "cellule_nombre"
    case .unknownType: "cellule_type"
    case .merged: "cellule_fusionnee"
    }
  }

  /// What the cell at this place is or holds: the end of a sentence.
  func message(cell: String, sheet: String) -> String {
    let place = "La cellule \(cell) de la feuille « \(sheet) »"
    return switch self {
    case .formula(let formula): "\(place) contient une formule (\(formula))."
    case .error(let text): "\(place) contient une erreur de calcul (\(text))."
    case .time: "\(place) contient une heure, pas une réponse."
    case .moment(let text): "\(place) contient un jour avec une heure (\(text))."
    case .number(let text): "\(place) contient un nombre hors de portée (\(text))."
    case .unknownType(let type): "\(place) contient une valeur d’un genre inconnu (\(type))."
    case .merged: "\(place) est fusionnée avec une voisine : on ne sait pas ce qui y est écrit."
    }
  }

  var remedy: String {
    switch self {
    case .formula:
      "Recopiez sa valeur : copiez la cellule, puis Collage spécial, Valeurs (ou Nombres)."
    case .error: "Effacez la cellule et écrivez la réponse."
    case .time, .moment: "Écrivez le jour seul, par exemple 01/03/2016."
    case .number, .unknownType: "Effacez la cellule et écrivez la réponse au clavier."
    case .merged: "Annulez la fusion de ces cellules, puis écrivez la réponse dans sa case."
    }
  }
}

extension GridCell {
  /// What is written in the cell, in one spelling whatever its type; empty when nothing is.
  func answer() throws(CellFault) -> String {
    if let formula { throw .formula(Self.readable(formula)) }
    if isError { throw .error(text) }
    if isCovered { throw .merged }
    switch type {
    case nil: return text
    case "string": return value ?? text
    case "float", "currency": return try number(shift: 0)
    case "percentage": return try number(shift: 2)
    case "boolean": return value == "true" ? "oui" : "non"
    case "date": return try day()
    case "time": throw .time
    case .some(let other): throw .unknownType(String(other.prefix(40)))
    }
  }

  private func number(shift: Int) throws(CellFault) -> String {
    let written = value ?? ""
    guard let plain = DecimalText.plain(written, shift: shift) else {
      throw .number(String((written.isEmpty ? text : written).prefix(60)))
    }
    return plain
  }

  /// A day, or a moment at midnight, which is how some spreadsheets write a day.
  private func day() throws(CellFault) -> String {
    let written = value ?? ""
    let parts = written.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return written }
    let time = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1]
    let isMidnight =
      time.hasPrefix("00:00:00") && time.allSatisfy { "0:.,".contains($0) }
    guard isMidnight else { throw .moment(String(written.prefix(40))) }
    return String(parts[0])
  }

  /// A formula as a spreadsheet shows it: `=SUM(C5:C12)`.
  private static func readable(_ formula: String) -> String {
    let body = formula.firstIndex(of: "=").map { String(formula[$0...]) } ?? formula
    let plain = body.replacing("[.", with: "").replacing(":.", with: ":").replacing("]", with: "")
    return plain.count > 60 ? "\(plain.prefix(60))…" : plain
  }
}

extension GridRow {
  /// What is written in a column; empty when nothing is.
  func answer(at column: Int) throws(CellFault) -> String {
    let hides = cells.contains { cell in
      let start = cell.columns.lowerBound
      return !cell.isCovered && !cell.isBlank && start < column && column < start + cell.span
    }
    if hides { throw .merged }
    guard let cell = cell(at: column), !cell.isBlank else { return "" }
    return try cell.answer()
  }
}
