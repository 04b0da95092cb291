/// The key of a French bank account: 97 − ((89·bank + 15·branch + 3·account) mod 97).
///
/// The three weights are what is left of 10¹⁸, 10¹³ and 10² once divided by 97, so the key can be
/// computed digit by digit on the whole account followed by `00`.
enum RIBKey {
  /// The key, from 1 to 97, of bank, branch and account number: 21 digits or capitals.
  static func key(of account: some Sequence<UInt8>) -> Int {
    let remainder = account.reduce(0) { ($0 * 10 + digit(of: $1)) % 97 }
    return 97 - remainder * 100 % 97
  }

  /// The digit a character counts for: A and J are 1, B, K and S are 2, … I, R and Z are 9.
  private static func digit(of byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "I"): Int(byte - UInt8(ascii: "A")) + 1
    case UInt8(ascii: "J")...UInt8(ascii: "R"): Int(byte - UInt8(ascii: "J")) + 1
    case UInt8(ascii: "S")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "S")) + 2
    default: byte.digitValue
    }
  }
}
