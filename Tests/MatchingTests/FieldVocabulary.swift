import Contract
import Foundation
import Matching
import TestKit
import Testing

/// The words of the field of the first territory: its lexicon and its labelled examples.
enum FieldVocabulary {
  private static let loaded = Result { () throws -> MatchingVocabulary in
    let (lexicon, findings) = Lexicon.load(
      try Territory.source("fixtures/lens-lievin/lexique.yaml"),
      for: try TestContract.reference())
    #expect(findings == [])
    let teacher = VocabularyTeacher()
    for labelled in try labelled("fixtures/lens-lievin/exemples.jsonl") {
      teacher.learn(labelled.project.text, objectives: labelled.objectives)
    }
    return MatchingVocabulary(lexicon: try #require(lexicon), learned: teacher.learned)
  }

  static func vocabulary() throws -> MatchingVocabulary { try loaded.get() }

  /// The cases of a file, none of which may be refused.
  static func labelled(_ path: String) throws -> [LabelledProject] {
    let lines = try ProjectRoot.data(path).split(separator: UInt8(ascii: "\n"))
    let reference = try TestContract.reference()
    return try lines.enumerated().map { index, line in
      let (labelled, findings) = LabelledProject.read(
        Array(line), number: index + 1, file: path, reference: reference)
      #expect(findings == [])
      return try #require(labelled)
    }
  }
}
