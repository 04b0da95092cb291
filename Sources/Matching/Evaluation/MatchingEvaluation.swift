public import Contract

/// Measures the matching on projects whose objectives careful readers gave.
///
/// A project that was learned is judged as if it had not been: what it taught is taken back first.
/// Not to be shared between threads.
public final class MatchingEvaluation {
  private let reference: ReferenceData
  private let vocabulary: MatchingVocabulary
  private let reader = WordReader()
  private let matcher: BatchMatcher
  /// What was measured so far.
  public private(set) var measure = MatchingMeasure()
  /// Cases judged without what they had taught.
  public private(set) var leftOut = 0

  /// Prepares a measure of a vocabulary.
  ///
  /// - Parameters:
  ///   - reference: the contract.
  ///   - vocabulary: what is measured.
  ///   - lessons: cases to learn first, each then judged without itself.
  public init(
    reference: ReferenceData, vocabulary: MatchingVocabulary,
    learning lessons: [LabelledProject] = []
  ) {
    self.reference = reference
    var learned = vocabulary.learned
    for labelled in lessons {
      let lesson = Lesson(stems: reader.stems(of: labelled.project.text))
      if learned.timesLearned(lesson) == 0 { learned.add(lesson, objectives: labelled.objectives) }
    }
    self.vocabulary = MatchingVocabulary(
      version: vocabulary.version, lexicon: vocabulary.lexicon, learned: learned)
    matcher = BatchMatcher(reference: reference, vocabulary: self.vocabulary)
  }

  /// Judges one case and adds it to the measure.
  public func add(_ labelled: LabelledProject) {
    let lesson = Lesson(stems: reader.stems(of: labelled.project.text))
    let times = vocabulary.learned.timesLearned(lesson)
    guard times > 0 else {
      measure.add(labelled, found: matcher.correspondence(of: labelled.project))
      return
    }
    leftOut += 1
    var learned = vocabulary.learned
    learned.add(lesson, objectives: labelled.objectives, times: -times)
    let alone = BatchMatcher(
      reference: reference,
      vocabulary: MatchingVocabulary(lexicon: vocabulary.lexicon, learned: learned))
    measure.add(labelled, found: alone.correspondence(of: labelled.project))
  }
}
