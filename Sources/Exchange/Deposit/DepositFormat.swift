import Vocabulary

extension XMLFormat {
  /// One dossier, or several in a file.
  static let deposit = XMLFormat(
    schema: "schemas/depot-1.0.xsd", namespace: DepositNames.namespace, kind: "de dossier",
    notTheRoot: "n’est ni « depot » ni « depots » de ce format",
    afterRootRemedy: "Pour plusieurs dossiers, placez-les tous dans un seul élément « depots ».",
    duplicate: (
      "champ_en_double", "Le même identifiant est donné deux fois au même endroit",
      "Gardez un seul élément par section, champ, colonne ou compte."
    ),
    longestText: "16 000",
    source: "Dossier en XML : schemas/depot-1.0.xsd, docs/formats/depot-xml.md",
    limits: XMLReadingLimits(depth: 16, pending: 64 * 1024, text: 64 * 1024),
    quotesTheLibrary: false)
}

/// The bound of one dossier, alone or among others.
enum DepositLimit {
  /// Bytes of what is kept of a dossier: texts, identifiers, and a share for each element.
  static let weight = 2 << 20
  /// What an element weighs besides its attributes, however short.
  static let element = 32
  /// What a text weighs at least: more than any number or date, so that writing one in its normal
  /// spelling never makes a dossier too heavy.
  static let text = 32
}
