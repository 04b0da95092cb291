import Vocabulary

extension Refusal {
  /// The library could not even be started on this file.
  static func memoryIsShort(for file: String) -> Refusal {
    Refusal([
      Finding(
        code: "memoire_insuffisante", place: Finding.Place(file: file),
        message: "La mémoire manque pour valider ce fichier.",
        remedy: "Fermez d’autres programmes, puis recommencez.")
    ])
  }
}
