import Contract
import Matching
import Synchronization

/// Matchers lent one at a time, since one may not be shared between threads.
final class MatcherPool: Sendable {
  /// A matcher, on its way from one thread to another.
  private struct Lent: @unchecked Sendable { let matcher: ObjectiveMatcher }

  private let reference: ReferenceData
  private let vocabulary: MatchingVocabulary
  private let idle = Mutex<[Lent]>([])

  init(reference: ReferenceData, vocabulary: MatchingVocabulary) {
    self.reference = reference
    self.vocabulary = vocabulary
  }

  /// Lends a matcher for the time of some work.
  func lend<Result>(_ work: (ObjectiveMatcher) -> Result) -> Result {
    let lent =
      idle.withLock { $0.popLast() }
      ?? Lent(matcher: ObjectiveMatcher(reference: reference, vocabulary: vocabulary))
    defer { idle.withLock { $0.append(lent) } }
    return work(lent.matcher)
  }
}
