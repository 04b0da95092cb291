extension XMLFormat {
  /// The programme that partners receive.
  static let programme = XMLFormat(
    schema: "schemas/programmation-1.0.xsd", namespace: ProgrammeNames.namespace,
    kind: "de programmation", notTheRoot: "n’est pas une programmation de ce format",
    afterRootRemedy: "Gardez un seul élément racine.",
    duplicate: (
      "catalogue_en_double", "Une entrée de catalogue figure deux fois",
      "Gardez une seule entrée par code."
    ),
    longestText: "8 000", source: nil,
    limits: XMLReadingLimits(depth: 64, pending: 256 * 1024, text: 64 * 1024),
    quotesTheLibrary: true)
}
