/// Last year's answers as this year's form takes them up again, field by field.
public struct FormRenewal: Hashable, Sendable {
  /// Answers that count as given.
  public private(set) var kept: FilledForm
  /// Answers proposed, to confirm or change.
  public private(set) var proposed: FilledForm
  /// What is left aside: fields whose answer is to give again, and what has no place any more.
  public private(set) var cleared: [FieldID] = []
  /// Among ``cleared``, what this year's form has no place for: a field, a column of a table
  /// (`projet.partenaires.role`) or an account (`budget.charges.609`).
  public private(set) var unplaced: [FieldID] = []

  /// Applies the policy of each field of this year's edition (``Field/Renewal``).
  ///
  /// An answer whose shape no longer fits its field is left aside like a cleared one.
  ///
  /// - Parameters:
  ///   - earlier: what last year's dossier says.
  ///   - edition: this year's form.
  ///   - chart: this year's accounts.
  ///   - call: this year's call.
  ///   - kind: the kind of applicant.
  public init(
    of earlier: FilledForm, edition: FormEdition, chart: ChartOfAccounts, call: String,
    kind: String
  ) {
    kept = FilledForm(form: edition.edition, call: call, applicantKind: kind)
    proposed = kept
    for field in edition.fields {
      guard let answer = earlier[field.id] else { continue }
      let (placed, lost) = answer.placed(in: field.kind, chart: chart)
      let fits = RawAnswer(json: placed.json, kind: field.kind) == placed
      switch field.renewal {
      case .keep where fits: kept[field.id] = placed
      case .ask where fits: proposed[field.id] = placed
      case .clear, .keep, .ask:
        cleared.append(field.id)
        continue
      }
      unplaced += lost.map { "\(field.id).\($0)" }
    }
    unplaced += earlier.answeredFields.subtracting(edition.fields.map(\.id)).sorted()
    cleared += unplaced
  }

  /// States an answer that the renewal itself gives, for instance that it is one.
  public mutating func state(_ answer: RawAnswer, for field: FieldID) {
    kept[field] = answer
    proposed[field] = nil
    cleared.removeAll { $0 == field }
  }
}

extension RawAnswer {
  /// What a field of this kind has a place for, and the columns or accounts it has none for, in order.
  fileprivate func placed(
    in kind: Field.Kind, chart: ChartOfAccounts
  ) -> (answer: RawAnswer, lost: [String]) {
    switch (self, kind) {
    case (.rows(let rows), .table(let columns)):
      let known = Set(columns.map(\.id))
      let lost = Set(rows.flatMap(\.keys)).subtracting(known)
      let placed = rows.map { row in row.filter { known.contains($0.key) } }
      return (.rows(placed.filter { !$0.isEmpty }), lost.sorted())
    case (.accounts(let amounts), .accounts(let side)):
      let placed = amounts.filter { chart.account($0.key, on: side) != nil }
      return (.accounts(placed), amounts.keys.filter { placed[$0] == nil }.sorted())
    case (.text, _), (.list, _), (.rows, _), (.accounts, _): return (self, [])
    }
  }
}
