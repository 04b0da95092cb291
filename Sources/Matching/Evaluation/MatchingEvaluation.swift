public import Contract

/// Measures the matching on projects whose objectives careful readers gave.
///
/// A project that was learned is judged as if it had not been: the matching always leaves out what the
/// text at hand taught. Not to be shared between threads.
public final class MatchingEvaluation {
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
  ///   - lessons: cases to learn first, those learned already left aside.
  public init(
    reference: ReferenceData, vocabulary: MatchingVocabulary,
    learning lessons: [LabelledProject] = []
  ) {
    let reader = WordReader()
    var learned = vocabulary.learned
    for labelled in lessons {
      let lesson = Lesson(stems: reader.stems(of: labelled.project.text))
      if learned.lessons[lesson.fingerprint] == nil {
        learned.add(lesson, objectives: labelled.objectives)
      }
    }
    matcher = BatchMatcher(
      reference: reference,
      vocabulary: MatchingVocabulary(
        version: vocabulary.version, lexicon: vocabulary.lexicon, learned: learned))
  }

  /// Judges one case and adds it to the measure.
  public func add(_ labelled: LabelledProject) {
    if matcher.hasLearned(labelled.project) { leftOut += 1 }
    measure.add(labelled, found: matcher.correspondence(of: labelled.project))
  }
}
