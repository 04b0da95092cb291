import Contract
import Foundation
import Matching
import Store
import Vocabulary

/// What a territory's folder, or the base, gives to matching beside the plan of action; both optional.
struct VocabularyFiles {
  /// Name of the file of labelled projects that matching learns from, one JSON object a line.
  static let examplesName = "exemples.jsonl"

  var lexicon: SourceFile?
  var examples: SourceFile?

  /// The files of a folder, those that are there.
  static func inFolder(_ folder: String) throws -> VocabularyFiles {
    func file(_ name: String) throws -> SourceFile? {
      let path = "\(folder)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? try InputFile.read(path) : nil
    }
    return VocabularyFiles(
      lexicon: try file(Lexicon.fileName), examples: try file(examplesName))
  }

  /// The same files as a base keeps them.
  var kept: [KeptFile] {
    [(Lexicon.fileName, lexicon), (Self.examplesName, examples)].compactMap { name, file in
      file.map { KeptFile(name: name, bytes: $0.bytes) }
    }
  }

  /// The files a base kept.
  init(kept files: [KeptFile]) {
    func file(_ name: String) -> SourceFile? {
      files.last { $0.name == name }.map { SourceFile(name: name, bytes: $0.bytes) }
    }
    self.init(lexicon: file(Lexicon.fileName), examples: file(Self.examplesName))
  }

  init(lexicon: SourceFile? = nil, examples: SourceFile? = nil) {
    self.lexicon = lexicon
    self.examples = examples
  }

  /// Reads both files.
  ///
  /// - Returns: the lexicon, the labelled projects, and everything wrong in them.
  func load(for reference: ReferenceData) -> LoadedVocabulary {
    var loaded = LoadedVocabulary()
    if let lexicon {
      let (read, findings) = Lexicon.load(lexicon, for: reference)
      loaded.findings += findings
      if let read {
        loaded.lexicon = read
        loaded.findings += MatchingVocabulary.findings(about: read, file: lexicon.name)
      }
    }
    guard let examples else { return loaded }
    let lines = examples.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isBlank {
      let (labelled, findings) = LabelledProject.read(
        Array(line), number: index + 1, file: examples.name, reference: reference)
      loaded.findings += findings
      if let labelled { loaded.examples.append(labelled) }
    }
    loaded.findings += Self.findings(about: loaded.examples, file: examples.name)
    return loaded
  }

  /// Examples given twice, and a file without any.
  private static func findings(about examples: [LabelledProject], file: String) -> [Finding] {
    func warning(_ code: String, _ message: String, remedy: String) -> Finding {
      Finding(
        code: code, severity: .warning, family: .malformed, place: Finding.Place(file: file),
        message: message, remedy: remedy)
    }
    guard !examples.isEmpty else {
      return [
        warning(
          "aucun_exemple", "Le fichier ne contient aucun exemple : rien n’en sera appris.",
          remedy: "Retirez-le pour garder les exemples en vigueur.")
      ]
    }
    return Dictionary(grouping: examples, by: \.project.id).filter { $1.count > 1 }.keys.sorted()
      .map {
        warning(
          "exemple_repete", "L’exemple « \($0) » est donné plusieurs fois, et compte d’autant.",
          remedy: "Gardez-en un, ou donnez-leur des « id » différents.")
      }
  }
}

/// What the files of a vocabulary hold.
struct LoadedVocabulary {
  var lexicon = Lexicon.empty
  var examples: [LabelledProject] = []
  var findings: [Finding] = []

  /// The vocabulary they make, what is learned from other texts added.
  ///
  /// - Parameter more: teaches the rest.
  /// - Returns: the vocabulary, without a version yet.
  /// - Throws: whatever `more` throws.
  func vocabulary(
    teaching more: (VocabularyTeacher) throws -> Void = { _ in }
  ) throws -> MatchingVocabulary {
    let teacher = VocabularyTeacher()
    for example in examples {
      teacher.learn(example.project.text, objectives: example.objectives)
    }
    try more(teacher)
    return MatchingVocabulary(lexicon: lexicon, learned: teacher.learned)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 } }
}
