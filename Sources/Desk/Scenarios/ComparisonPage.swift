public import Allocation
import Contract
import Documents
import Vocabulary

extension Desk {
  /// The page that shows a comparison: standalone, the same bytes every time.
  ///
  /// - Parameters:
  ///   - comparison: the base and its scenarios.
  ///   - name: the file of the instance, as the person named it.
  ///   - resources: where the templates are.
  /// - Returns: HTML.
  /// - Throws: ``DeskError`` or `Refusal` when the template is missing or damaged.
  public static func page(
    of comparison: Comparison, on name: String, resources: Resources
  ) throws -> String {
    let kind = DocumentKind.comparisonPage
    let file = try resources.file("templates/documents/\(kind.fileName)")
    let templates = try DocumentTemplates(
      sources: [kind.fileName: String(decoding: file.bytes, as: UTF8.self)], for: [kind])
    return templates.comparison(ComparisonView(comparison, on: name))
  }
}

extension ComparisonView {
  fileprivate init(_ comparison: Comparison, on name: String) {
    let scenarios = FrenchNumber.count(comparison.variants.count, "scénario", "scénarios")
    let projects = FrenchNumber.count(comparison.base.projects.count, "projet", "projets")
    let purses = FrenchNumber.count(comparison.base.purses.count, "enveloppe", "enveloppes")
    let file = name.split(separator: "/").last.map(String.init) ?? name
    self.init(
      title: "Comparaison de scénarios",
      summary: "« \(file) » (\(projects), \(purses)), comparé à \(scenarios). "
        + "Un scénario est un calcul : il ne décide rien.",
      notes: comparison.notes, charts: comparison.charts,
      tables: TitledListing.all(of: comparison).map { PageTable($0) })
  }
}

extension PageTable {
  fileprivate init(_ titled: TitledListing) {
    let rows = titled.listing.rows
    self.init(
      title: titled.title, note: titled.note,
      columns: titled.listing.columns.enumerated().map { place, column in
        Cell(column.title, isNumber: rows.contains { $0[place].isNumeric })
      },
      rows: rows.map { $0.map { Cell($0.forPeople, isNumber: $0.isNumeric) } })
  }
}

extension Comparison {
  /// What a reader must know to read the figures.
  fileprivate var notes: [String] {
    guard base.districts.contains(where: { $0.inhabitants != nil }) else { return [] }
    var notes = [
      "Gini : inégalité des euros par habitant entre les quartiers, de 0 (le même montant par "
        + "habitant partout) à 1 (tout pour un seul quartier, très petit) ; chaque quartier y pèse "
        + "ses habitants."
    ]
    if !uncountedDistricts.isEmpty {
      notes.append(
        "Quartiers sans nombre d’habitants, laissés hors de ces calculs : "
          + "\(uncountedDistricts.joined(separator: ", ")).")
    }
    return notes
  }

  /// What is granted, then what each counted district gets for each inhabitant, on one scale.
  fileprivate var charts: [PageChart] {
    let granted = results.map(\.outcome.granted)
    let total = PageChart(
      title: "Montant attribué",
      bars: zip(results, granted).map {
        PageChart.Bar(name: $0.name, value: $1.french, length: $1.rawValue)
      },
      scale: granted.max()?.rawValue ?? 0)
    let amounts = results.map { $0.districts.compactMap(\.perInhabitant) }
    let scale = amounts.joined().max()?.rawValue ?? 0
    let districts = base.districts.filter { $0.inhabitants != nil }
    return [total]
      + districts.enumerated().map { place, district in
        PageChart(
          title: "Euros par habitant, quartier \(district.code ?? "")",
          bars: zip(results, amounts).map { result, amounts in
            PageChart.Bar(
              name: result.name, value: amounts[place].french, length: amounts[place].rawValue)
          },
          scale: scale)
      }
  }
}
