import Testing
import Vocabulary

@Suite struct `A number in words` {
  @Test(
    arguments: [
      (0, "zéro"), (1, "un"), (10, "dix"), (16, "seize"), (17, "dix-sept"), (20, "vingt"),
      (21, "vingt et un"), (22, "vingt-deux"), (60, "soixante"), (61, "soixante et un"),
      (70, "soixante-dix"), (71, "soixante et onze"), (72, "soixante-douze"),
      (79, "soixante-dix-neuf"), (80, "quatre-vingts"), (81, "quatre-vingt-un"),
      (90, "quatre-vingt-dix"), (91, "quatre-vingt-onze"), (99, "quatre-vingt-dix-neuf"),
      (100, "cent"), (101, "cent un"), (180, "cent quatre-vingts"), (200, "deux cents"),
      (201, "deux cent un"), (280, "deux cent quatre-vingts"),
      (999, "neuf cent quatre-vingt-dix-neuf"),
      (1_000, "mille"), (1_001, "mille un"), (1_100, "mille cent"), (1_200, "mille deux cents"),
      (2_000, "deux mille"), (12_300, "douze mille trois cents"), (21_000, "vingt et un mille"),
      (71_000, "soixante et onze mille"), (80_000, "quatre-vingt mille"),
      (80_080, "quatre-vingt mille quatre-vingts"), (81_000, "quatre-vingt-un mille"),
      (100_000, "cent mille"), (200_000, "deux cent mille"),
      (280_000, "deux cent quatre-vingt mille"), (200_200, "deux cent mille deux cents"),
      (1_000_000, "un million"), (2_000_000, "deux millions"),
      (80_000_000, "quatre-vingts millions"), (200_000_000, "deux cents millions"),
      (1_000_001, "un million un"), (3_000_200, "trois millions deux cents"),
      (1_000_000_000, "un milliard"), (2_200_000_000, "deux milliards deux cents millions"),
      (90_000_000_000_000, "quatre-vingt-dix billions"),
    ] as [(UInt64, String)])
  func `is spelt the traditional way`(number: UInt64, words: String) {
    #expect(FrenchNumber.words(number) == words)
  }

  @Test(
    arguments: [
      (0, "zéro euro"), (1, "un centime"), (2, "deux centimes"), (50, "cinquante centimes"),
      (100, "un euro"), (101, "un euro et un centime"), (180, "un euro et quatre-vingts centimes"),
      (200, "deux euros"), (8_000, "quatre-vingts euros"), (20_000, "deux cents euros"),
      (1_230_050, "douze mille trois cents euros et cinquante centimes"),
      (100_000_000, "un million d’euros"), (200_000_000, "deux millions d’euros"),
      (100_000_010, "un million d’euros et dix centimes"),
      (100_000_100, "un million un euros"), (-2_500, "moins vingt-cinq euros"),
      (9_000_000_000_000_000, "quatre-vingt-dix billions d’euros"),
    ] as [(Int64, String)])
  func `of an amount says euros and centimes`(cents: Int64, words: String) {
    #expect(Cents(cents).frenchWords == words)
  }

  @Test func `is never the same for two numbers`() {
    let words = (UInt64(0)...20_000).map(FrenchNumber.words)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { !$0.contains("  ") && !$0.hasSuffix(" ") })
  }
}
