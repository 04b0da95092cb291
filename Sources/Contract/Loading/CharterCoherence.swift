/// Whether the charter of a committee holds together.
struct CharterCoherence {
  let committee: RecordReader
  /// Identifiers of the purses of the call.
  let purses: Set<String>

  func check() {
    let members = Set(committee.texts("membres"))
    checkDelegates(besides: members)
    checkPurses(of: members)
    let delegates = committee.records("delegues")
    let voting = delegates.filter { $0.optionalText("voix") == Voice.deliberative.rawValue }
    let seats = members.count + Set(voting.compactMap { $0.optionalText("id") }).count
    checkBound("quorum", 1...max(1, seats), code: "quorum_impossible") { quorum in
      "Le quorum (\(quorum)) ne peut être atteint avec \(seats) membres."
    }
    checkBound("quorum_enveloppe", 1...max(1, seats), code: "quorum_impossible") { quorum in
      "Le quorum d’un vote par enveloppe (\(quorum)) ne peut être atteint avec \(seats) membres."
    }
    checkBound("procurations_max", 0...max(0, seats - 1), code: "procurations_impossibles") {
      "Un membre ne peut pas tenir \($0) procurations dans un comité de \(seats) membres."
    }
    let all = members.union(delegates.compactMap { $0.optionalText("id") })
    committee.requireKnown("voix_preponderante", among: all, what: "membre")
  }

  private func checkDelegates(besides members: Set<String>) {
    var seen = members
    for delegate in committee.records("delegues") {
      guard let id = delegate.optionalText("id"), !seen.insert(id).inserted else { continue }
      delegate.findings.add(
        "code_en_double", line: delegate.line(of: "id"), field: delegate.joined("id"),
        "« \(id) » siège déjà à ce comité.", remedy: "Donnez un autre identifiant à ce délégué.")
    }
  }

  private func checkPurses(of members: Set<String>) {
    for record in committee.records("enveloppes_votees") {
      record.requireKnown("membre", among: members, what: "membre")
      record.requireKnown("enveloppes", among: purses, what: "enveloppe")
    }
    committee.reportDuplicates(in: "enveloppes_votees", of: "membre")
  }

  private func checkBound(
    _ key: String, _ range: ClosedRange<Int>, code: String, message: (Int) -> String
  ) {
    guard let value = committee.optionalInteger(key), !range.contains(value) else { return }
    committee.findings.add(
      code, line: committee.line(of: key), field: committee.joined(key), message(value),
      remedy: "Choisissez un nombre entre \(range.lowerBound) et \(range.upperBound).")
  }
}
