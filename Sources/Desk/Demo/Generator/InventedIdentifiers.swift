/// Identifiers that no one bears, with the check digits that real ones have.
enum InventedIdentifiers {
  /// A SIREN from its first eight digits.
  static func siren(_ body: String) -> String { body + String(luhnKey(of: body)) }

  /// The SIRET of the first establishment of a SIREN.
  static func siret(of siren: String, establishment: Int = 1) -> String {
    let body = siren + padded(establishment, 4)
    return body + String(luhnKey(of: body))
  }

  /// A SIREN of the series `29`, which the register has never given out.
  ///
  /// A million ranks, from 0, give a million numbers.
  static func applicantSIREN(rank: Int, offset: Int) -> String {
    // 7919 is prime to 10⁶: two ranks never meet.
    siren("29" + padded((rank * 7_919 + offset) % 1_000_000, 6))
  }

  /// A SIREN of the shape communes have, from the code of the commune.
  static func communeSIREN(insee: String) -> String? {
    guard insee.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return siren("21\(insee.prefix(2))0\(insee.suffix(3))")
  }

  /// An IBAN of the invented bank 9830*n*, with its national key and its international one.
  static func iban(_ random: inout SplitMix64) -> String {
    let account =
      "9830" + String(random.within(1...9)) + padded(random.below(100_000), 5)
      + padded(random.below(1_000_000_000), 9) + padded(random.below(100), 2)
    let national = account + padded(97 - remainder(of: account + "00"), 2)
    // F and R count for 15 and 27 (ISO 13616-1).
    return "FR" + padded(98 - remainder(of: national + "152700"), 2) + national
  }

  /// A number of the ranges kept for fiction (Arcep, décision n° 2018-0881).
  static func phone(_ random: inout SplitMix64) -> String {
    let digits = padded(random.below(10_000), 4)
    return (random.happens(percent: 60) ? "035301" : "063998") + digits
  }

  /// An RNA of the department of a commune.
  static func rna(insee: String, rank: Int, offset: Int) -> String {
    "W\(insee.prefix(2))" + padded((rank * 7_919 + offset) % 10_000_000, 7)
  }

  /// A postal code of the department of a commune, for want of its own.
  static func postalCode(insee: String) -> String {
    if insee.hasPrefix("2A") || insee.hasPrefix("2B") { return "20000" }
    if insee.hasPrefix("97") || insee.hasPrefix("98") { return "\(insee.prefix(3))00" }
    return "\(insee.prefix(2))000"
  }

  /// A number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func remainder(of digits: String) -> Int {
    digits.utf8.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 97 }
  }

  /// The digit that completes a number under the Luhn formula (ISO/IEC 7812-1).
  private static func luhnKey(of body: String) -> Int {
    var sum = 0
    var doubles = true
    for digit in body.utf8.reversed() {
      let value = Int(digit) - 0x30
      sum += doubles ? (value > 4 ? 2 * value - 9 : 2 * value) : value
      doubles.toggle()
    }
    return (10 - sum % 10) % 10
  }
}
