/// Last year's answers as this year's form takes them up again, field by field.
public struct FormRenewal: Hashable, Sendable {
  /// Answers that count as given.
  public private(set) var kept: FilledForm
  /// Answers proposed, to confirm or change.
  public private(set) var proposed: FilledForm
  /// The fields of this year's form whose answer of last year is left aside.
  public private(set) var cleared: [FieldID] = []

  /// Applies the policy of each field of this year's edition (``Field/Renewal``).
  ///
  /// An answer whose shape no longer fits its field is left aside like a cleared one.
  ///
  /// - Parameters:
  ///   - earlier: what last year's dossier says.
  ///   - edition: this year's form.
  ///   - call: this year's call.
  ///   - kind: the kind of applicant.
  public init(of earlier: FilledForm, edition: FormEdition, call: String, kind: String) {
    kept = FilledForm(form: edition.edition, call: call, applicantKind: kind)
    proposed = kept
    for field in edition.fields {
      guard let answer = earlier[field.id] else { continue }
      let fits = RawAnswer(json: answer.json, kind: field.kind) == answer
      switch field.renewal {
      case .keep where fits: kept[field.id] = answer
      case .ask where fits: proposed[field.id] = answer
      case .clear, .keep, .ask: cleared.append(field.id)
      }
    }
  }

  /// States an answer that the renewal itself gives, for instance that it is one.
  public mutating func state(_ answer: RawAnswer, for field: FieldID) {
    kept[field] = answer
    proposed[field] = nil
    cleared.removeAll { $0 == field }
  }
}
