import Testing
import Vocabulary

@Suite struct `A district code` {
  static let departments = ["001", "020", "062", "02A", "02B", "095", "971", "978", "987", "988"]
  static let nowhere = [
    "000", "096", "100", "02C", "12A", "970", "979", "986", "989", "0A2", "975A",
  ]

  @Test(arguments: departments) func `of 2015 names a department`(department: String) throws {
    #expect(try QPV2015Code("QP\(department)019").text == "QP\(department)019")
  }

  @Test(arguments: nowhere) func `of 2015 refuses any other department`(department: String) {
    #expect(throws: InvalidIdentifier.self) { try QPV2015Code("QP\(department)019") }
  }

  @Test(arguments: departments) func `of 2024 names a department`(department: String) throws {
    #expect(try QPV2024Code("QN\(department)01M").text == "QN\(department)01M")
  }

  @Test(arguments: nowhere) func `of 2024 refuses any other department`(department: String) {
    #expect(throws: InvalidIdentifier.self) { try QPV2024Code("QN\(department)01M") }
  }

  @Test(
    arguments: [("N", .new), ("M", .modified), ("I", .unchanged)]
      as [(String, QPV2024Code.Origin)])
  func `of 2024 tells where its outline comes from`(
    letter: String, origin: QPV2024Code.Origin
  ) throws {
    #expect(try QPV2024Code("QN07501\(letter)").origin == origin)
  }

  @Test(arguments: ["A", "L", "O", "Z"]) func `of 2024 refuses another letter`(letter: String) {
    #expect(
      throws: InvalidIdentifier.impossible(
        "la dernière lettre d’un code de quartier de 2024 est N, M ou I")
    ) { try QPV2024Code("QN07501\(letter)") }
  }

  @Test func `of one map is not one of the other`() {
    #expect(throws: InvalidIdentifier.self) { try QPV2015Code("QN07501I") }
    #expect(throws: InvalidIdentifier.self) { try QPV2024Code("QP075019") }
    #expect(throws: InvalidIdentifier.self) { try QPV2015Code("QP07501I") }
    #expect(throws: InvalidIdentifier.self) { try QPV2024Code("QN075019") }
  }
}
