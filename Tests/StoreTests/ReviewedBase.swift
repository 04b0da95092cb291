import Dossiers
import TestKit
import Vocabulary

@testable import Contract
@testable import Store

/// The base of ``SmallBase`` once its dossiers are given to reviewers, marked, and learned from.
enum ReviewedBase {
  static let marks = [
    GivenMark(criterion: "qualite", mark: 3, justification: "Un projet bien construit.")
  ]

  /// Two reviewers, to whom nothing was given.
  static func open() throws -> Store {
    let store = try SmallBase.decided()
    for id in ["anna", "bruno"] {
      try store.add(
        Actor(id: id, role: .instructor), act: SmallBase.act("acteur ajouté", minutes: 6))
    }
    return store
  }

  /// One row at least in each register of reviews.
  static func reviewed() throws -> Store {
    let store = try open()
    let number = SmallBase.number(1)
    func act(
      _ name: String, _ subject: String = number.text, _ detail: String = ""
    ) -> JournalAct {
      JournalAct(
        actor: "secretariat", at: SmallBase.instant(7), act: name, subject: subject, detail: detail)
    }
    try store.add(mandate("anna"), act: act("mandat", "anna"))
    try store.assign(
      [Assignment(number: number, reviewer: "anna", isAutomatic: true)], act: act("affectation"))
    let motive = "Ancien mandat."
    try store.recordInterest(
      .dismissed, of: "anna", in: number, motive: motive,
      act: act("conflit ecarte", number.text, "anna : \(motive)"))
    try store.keepDraftMarks(marks, on: number, by: "bruno", act: act("note"))
    try submit(marks, by: "anna", in: store)
    _ = try store.addVocabulary(
      edition: "1", content: "edition\t1\n",
      act: act("vocabulaire", Territory.lensLievin.reference.contract.id))
    try store.recordReading(
      ObjectiveReading(number: number, version: 1, objective: "1.1.3"), act: act("objectif"))
    try store.adopt(
      try grid("2016.2"), for: SmallBase.call, motive: "Délibération du 3 février.",
      act: act("grille", SmallBase.call))
    return store
  }

  /// The grid of the call under another version.
  static func grid(_ version: String) throws -> Grid {
    let grid = try Territory.lensLievin.call(2016).grid
    return Grid(
      version: version, title: grid.title, criteria: grid.criteria, aggregationName: .median)
  }

  static func mandate(_ holder: String, role: String = "trésorière") -> Mandate {
    Mandate(holder: holder, kind: .siren, value: "380475558", role: role)
  }

  static func submit(
    _ marks: [GivenMark], by reviewer: String, on order: Int = 1, in store: Store
  ) throws {
    let number = SmallBase.number(order)
    func act(_ name: String) -> JournalAct {
      JournalAct(
        actor: reviewer, at: SmallBase.instant(8), act: name, subject: number.text)
    }
    if try store.draftMarks(of: number, by: reviewer).isEmpty {
      try store.keepDraftMarks(marks, on: number, by: reviewer, act: act("note"))
    }
    try store.submitReview(
      of: number, by: reviewer, grid: "2016.1", criteria: marks.map(\.criterion),
      act: act("examen rendu"))
  }
}
