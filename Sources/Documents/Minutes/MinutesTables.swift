/// The tables of the minutes in plain text, at most 100 columns.
enum MinutesTables {
  static func attendance(_ rows: [AttendanceRow]) -> String {
    TextTable(columns: [
      TextTable.Column(header: "Membre", width: 36),
      TextTable.Column(header: "Représenté par", width: 34),
      TextTable.Column(header: "Arrivée", width: 10, alignsRight: true),
      TextTable.Column(header: "Départ", width: 10, alignsRight: true),
    ]).text(
      rows.map {
        TextTable.Row(cells: [$0.member, $0.person, $0.arrival, $0.departure ?? "—"])
      })
  }

  static func decisions(_ rows: [DecisionRow]) -> String {
    TextTable(columns: [
      TextTable.Column(header: "Rang", width: 4, alignsRight: true),
      TextTable.Column(header: "Dossier", width: 10),
      TextTable.Column(header: "Titre", width: 18),
      TextTable.Column(header: "Porteur", width: 15),
      TextTable.Column(header: "Demandé", width: 14, alignsRight: true),
      TextTable.Column(header: "Accordé", width: 14, alignsRight: true),
      TextTable.Column(header: "Décision", width: 13),
    ]).text(
      rows.map {
        TextTable.Row(
          cells: [$0.rank, $0.number, $0.title, $0.applicant, $0.asked, $0.granted, $0.decision],
          notes: $0.notes)
      })
  }

  static func purses(_ rows: [PurseRow]) -> String {
    TextTable(columns: [
      TextTable.Column(header: "Enveloppe", width: 26),
      TextTable.Column(header: "Nature", width: 19),
      TextTable.Column(header: "Montant", width: 16, alignsRight: true),
      TextTable.Column(header: "Accordé", width: 16, alignsRight: true),
      TextTable.Column(header: "Reste", width: 15, alignsRight: true),
    ]).text(
      rows.map {
        TextTable.Row(cells: [$0.label, $0.nature, $0.amount, $0.granted, $0.left])
      })
  }

  static func natures(_ rows: [NatureRow]) -> String {
    TextTable(columns: [
      TextTable.Column(header: "Nature", width: 47),
      TextTable.Column(header: "Montant", width: 16, alignsRight: true),
      TextTable.Column(header: "Accordé", width: 16, alignsRight: true),
      TextTable.Column(header: "Reste", width: 15, alignsRight: true),
    ]).text(
      rows.map { TextTable.Row(cells: [$0.label, $0.amount, $0.granted, $0.left]) })
  }
}
