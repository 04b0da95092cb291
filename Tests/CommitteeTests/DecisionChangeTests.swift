import Committee
import Dossiers
import Testing
import Vocabulary

@Suite struct `A change of a decision` {
  private let standing = StandingDecision(
    application: SmallSession.application(1), grants: [SmallSession.grant("CAF", 3_000)],
    day: SmallSession.day, left: ["CAF": Cents(euros: 5_000), "ETAT": Cents(euros: 500)],
    paid: ["CAF"])

  private func codes(
    _ kind: DecisionChange.Kind, _ ground: DecisionChange.Ground, _ grants: [PurseAmount] = [],
    motive: String = "Action abandonnée.", after days: Int = 1
  ) -> [String] {
    DecisionChange(
      number: SmallSession.number(1), kind: kind, ground: ground, grants: grants, motive: motive
    ).findings(on: standing, today: SmallSession.day.adding(days: days)).map(\.code)
  }

  @Test func `for illegality has four months`() {
    #expect(codes(.withdrawn, .illegality, after: 100) == ["suite_deja_versee"])
    #expect(
      codes(.withdrawn, .illegality, after: 130) == ["suite_hors_delai", "suite_deja_versee"])
    #expect(codes(.withdrawn, .conditions, after: 1_000) == ["suite_deja_versee"])
    #expect(codes(.withdrawn, .request, after: 1_000) == ["suite_deja_versee"])
  }

  @Test func `called an increase takes nothing from anybody`() {
    #expect(codes(.modified, .increase, [SmallSession.grant("CAF", 4_000)]) == [])
    #expect(
      codes(
        .modified, .increase, [SmallSession.grant("CAF", 2_900), SmallSession.grant("ETAT", 500)])
        == ["suite_fondement", "suite_deja_versee"])
  }

  @Test func `stays within need and purses, and says why`() {
    #expect(
      codes(.modified, .increase, [SmallSession.grant("CAF", 4_500)])
        == ["suite_au_dela_du_besoin"])
    #expect(
      codes(
        .modified, .increase, [SmallSession.grant("CAF", 3_000), SmallSession.grant("ETAT", 501)])
        == ["suite_au_dela_de_l_enveloppe"])
    #expect(
      codes(.modified, .increase, [SmallSession.grant("CAF", 3_000), SmallSession.grant("X", 1)])
        == ["suite_enveloppe_inconnue"])
    #expect(
      codes(.modified, .increase, [SmallSession.grant("CAF", 3_000)], motive: " ")
        == ["suite_sans_motif", "suite_sans_effet"])
    #expect(codes(.modified, .request).contains("suite_sans_montant"))
  }

  @Test func `leaves nothing to decide when it withdraws`() {
    let change = DecisionChange(
      number: SmallSession.number(1), kind: .withdrawn, ground: .request, motive: "Renonce.")
    #expect(change.total == .zero)
  }

  @Test func `names a purse once, and needs a decision that gives something`() {
    let twice = [
      SmallSession.grant("CAF", 3_000), SmallSession.grant("ETAT", 100),
      SmallSession.grant("ETAT", 200),
    ]
    #expect(codes(.modified, .increase, twice) == ["suite_enveloppe_double"])
    let refused = StandingDecision(
      application: standing.application, grants: [], day: standing.day, left: standing.left,
      paid: [])
    for kind in DecisionChange.Kind.allCases {
      let change = DecisionChange(
        number: SmallSession.number(1), kind: kind, ground: .increase,
        grants: kind == .modified ? [SmallSession.grant("CAF", 100)] : [], motive: "Après coup.")
      #expect(
        change.findings(on: refused, today: refused.day).map(\.code) == ["suite_sans_accord"])
    }
  }
}
