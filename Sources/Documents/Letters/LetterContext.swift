public import Vocabulary

/// What every letter and agreement of a session has in common.
public struct LetterContext: Hashable, Sendable {
  let contract: String
  let call: String
  /// The day of the session that decided.
  let day: Day
  let exercise: Period
  let isTraining: Bool

  /// Names the frame of a decision.
  ///
  /// - Parameters:
  ///   - contractName: the contract as printed.
  ///   - callTitle: the call as printed.
  ///   - sessionDay: the day of the session.
  ///   - exercise: the budget year of the call.
  ///   - isTraining: whether the base is for training only.
  public init(
    contractName: String, callTitle: String, sessionDay: Day, exercise: Period, isTraining: Bool
  ) {
    contract = contractName.printable
    call = callTitle.printable
    day = sessionDay
    self.exercise = exercise
    self.isTraining = isTraining
  }

  /// The last day for the financial report.
  ///
  /// Six months after the exercise (loi n° 2000-321, art. 10; arrêté du 11 octobre 2006).
  var reportDue: Day {
    // From the first day after the exercise, so that an end of month leads to an end of month.
    exercise.end.adding(days: 1).addingRoundingDown(months: 6).adding(days: -1)
  }

  /// Whether citizens may bring a case through the Internet: 30 November 2018 (décret n° 2018-251).
  var hasOnlineCourt: Bool { day >= Day(daysSinceEpoch: 17_865) }
}
