import Dossiers
import TestKit
import Testing
import Vocabulary

@Suite struct `An agreement is due` {
  @Test(arguments: [(2_300_000, false), (2_300_001, true), (0, false)] as [(Int64, Bool)])
  func `strictly above the threshold, to private bodies`(cents: Int64, isDue: Bool) throws {
    let club = try DossierText.sportsClub.application(in: .lensLievin).applicant
    #expect(AgreementLaw.requires(Cents(cents), of: club) == isDue)
    let town = try DossierText.townHall.application(in: .lensLievin).applicant
    #expect(!AgreementLaw.requires(Cents(cents), of: town))
  }

  @Test func `under laws of their own day`() {
    #expect(AgreementLaw.evaluated.iso == "2021-07-03")
    #expect(AgreementLaw.committed.iso == "2022-01-02")
  }
}
