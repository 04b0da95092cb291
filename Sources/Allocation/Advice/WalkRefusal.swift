/// A project that the walk did not retain.
struct WalkRefusal {
  let project: Int
  let admission: RankWalk.Admission
  /// The walk as it stood then, so that what follows can be walked again; nil when it is not kept.
  let walk: RankWalk?

  var shortage: Shortage? {
    guard case .outOfMoney(let shortage) = admission else { return nil }
    return shortage
  }

  /// The enlargement of the purse that lets the project in beside those retained before it.
  func extra(on purse: Int) -> Int64? {
    shortage?.remedies.first { $0.purse == purse }?.extra
  }
}
