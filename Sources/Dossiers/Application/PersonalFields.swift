public import Forms

extension FieldID {
  /// The sections of forms that tell how to reach people, or where their money goes.
  private static let personalSections = [
    "representant.", "responsable.", "banque.", "attestations.",
  ]

  /// Whether the answer is kept from whoever does not instruct the dossier.
  public var isPersonal: Bool { Self.personalSections.contains { hasPrefix($0) } }
}
