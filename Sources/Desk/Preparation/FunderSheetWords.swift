import Committee
import Contract
import Documents
import Dossiers
import Exchange
import Vocabulary

/// Words what one funder receives: its purses, the dossiers that ask them, and its own opinions.
struct FunderSheetWords {
  let funder: FunderID
  let facts: PreparationFacts
  /// The dossiers that ask it something, in the order of the ranking.
  let dossiers: [(dossier: PreparedDossier, asked: Cents)]

  private var purses: [Purse] { facts.purses(of: funder) }

  var page: FunderSheetView {
    FunderSheetView(
      title: "Dossiers adressés à \(facts.context.reference.funder(funder)?.name ?? funder)",
      notes: [
        "\(facts.context.reference.contract.name) — \(facts.call.title).",
        dossiers.isEmpty
          ? "Aucun dossier à décider ne vous sollicite."
          : "Pour donner vos avis d’un coup, complétez avis.csv, puis aap instruire avis --lot avis.csv ; "
            + "une ligne sans avis est passée.",
      ], items: dossiers.map(item), tables: [purseTable])
  }

  private func item(_ entry: (dossier: PreparedDossier, asked: Cents)) -> FunderSheetView.Item {
    let dossier = entry.dossier
    let requested = dossier.requested(of: funder, facts)
    let opinions = requested.compactMap { facts.opinion(of: $0.purse, on: dossier.number) }
    return FunderSheetView.Item(
      number: dossier.number.text, rank: String(dossier.entry.rank), title: dossier.entry.title,
      applicant: dossier.entry.applicant,
      objective: facts.wording(ofObjective: dossier.objective), total: dossier.entry.need.french,
      asked: requested.isEmpty
        ? "\(entry.asked.french), sans enveloppe qui puisse servir ce dossier"
        : requested.map { "\($0.purse) \($0.amount.french)" }.joined(separator: "\u{00A0}; "),
      opinion: opinions.isEmpty ? "–" : opinions.map(\.brief).joined(separator: "\u{00A0}; "))
  }

  private var purseTable: PageTable {
    PageTable(
      title: "Vos enveloppes", note: nil,
      columns: [
        .init("Enveloppe"), .init("Libellé"), .init("Nature"), .init("Montant", isNumber: true),
        .init("Demandé", isNumber: true), .init("Dossiers", isNumber: true),
      ],
      rows: purses.map { purse in
        let asked = dossiers.flatMap { $0.dossier.entry.requested }.filter { $0.purse == purse.id }
        return [
          .init(purse.id), .init(purse.label), .init(purse.nature.french),
          .init(purse.amount.french, isNumber: true),
          .init(asked.lazy.map(\.amount).total().french, isNumber: true),
          .init(FrenchNumber.text(asked.count), isNumber: true),
        ]
      })
  }

  /// A file of opinions to fill, what was already said in it.
  var blankOpinions: String {
    var table = TableCSV(header: ["numero", "enveloppe", "avis", "montant", "conditions"])
    for (dossier, _) in dossiers {
      for request in dossier.requested(of: funder, facts) {
        let opinion = facts.opinion(of: request.purse, on: dossier.number)
        table.append([
          dossier.number.text, request.purse, opinion?.verdict.rawValue ?? "",
          opinion?.amount?.decimal ?? "", opinion?.conditions ?? "",
        ])
      }
    }
    return table.text
  }
}
