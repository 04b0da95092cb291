import Vocabulary

/// The XML text of a programme, where every value is checked as the schema checks it.
struct ProgrammeXMLText {
  var output: XMLOutput
  /// Number of the project being written, which errors name.
  var project: String?

  init(output: XMLOutput) { self.output = output }

  mutating func markup(_ text: StaticString) { output.markup(text) }

  /// `<name>text</name>` on its own line.
  mutating func element(
    _ name: StaticString, indent: StaticString, _ text: String, limit: Int = ProgrammeLimit.title
  ) throws(ProgrammeUnwritable) {
    output.markup(indent)
    open(name)
    output.markup(">")
    try content(name, text, limit: limit)
    close(name)
  }

  /// `>text</name>`, after the attributes of an element.
  mutating func content(
    closing name: StaticString, _ text: String, limit: Int = ProgrammeLimit.title
  ) throws(ProgrammeUnwritable) {
    output.markup(">")
    try content(name, text, limit: limit)
    close(name)
  }

  /// `<name`, to be followed by attributes.
  mutating func open(_ name: StaticString) {
    output.markup("<")
    output.markup(name)
  }

  /// `</name>` and the end of the line.
  mutating func close(_ name: StaticString) {
    output.markup("</")
    output.markup(name)
    output.markup(">\n")
  }

  /// An attribute that holds a code or an identifier.
  mutating func token(_ name: StaticString, _ value: String) throws(ProgrammeUnwritable) {
    try check(name, value.utf8.count <= ProgrammeLimit.token && value.isProgrammeToken)
    try attribute(name, value)
  }

  /// An attribute whose shape is checked by the caller.
  mutating func attribute(
    _ name: StaticString, _ value: String, isWellFormed: Bool
  ) throws(ProgrammeUnwritable) {
    try check(name, isWellFormed)
    try attribute(name, value)
  }

  /// An attribute that holds an amount.
  mutating func amount(_ name: StaticString, _ value: Cents) throws(ProgrammeUnwritable) {
    try range(name, value >= .zero && value.isWithinLimit)
    begin(name)
    output.euros(value)
    output.markup("\"")
  }

  /// An attribute that holds a count.
  mutating func count(
    _ name: StaticString, _ value: Int, from least: Int = 0
  ) throws(ProgrammeUnwritable) {
    try range(name, value >= least && value <= ProgrammeLimit.count)
    begin(name)
    output.number(value)
    output.markup("\"")
  }

  /// An attribute that holds a day.
  mutating func day(_ name: StaticString, _ value: Day) {
    begin(name)
    output.day(value)
    output.markup("\"")
  }

  /// An attribute that holds hundredths, written with two decimals.
  mutating func hundredths(
    _ name: StaticString, _ value: Int64, upTo limit: Int64
  ) throws(ProgrammeUnwritable) {
    try range(name, (0...limit).contains(value))
    begin(name)
    output.hundredths(value)
    output.markup("\"")
  }

  /// An attribute that holds a mark, given in tenths.
  mutating func tenths(_ name: StaticString, _ value: Int) throws(ProgrammeUnwritable) {
    try range(name, (0...ProgrammeLimit.scoreTenths).contains(value))
    begin(name)
    output.number(value / 10)
    output.markup(".")
    output.number(value % 10)
    output.markup("\"")
  }

  /// An attribute that holds a text.
  mutating func text(_ name: StaticString, _ value: String) throws(ProgrammeUnwritable) {
    try bounds(name, value, limit: ProgrammeLimit.title)
    try attribute(name, value)
  }

  private mutating func content(
    _ name: StaticString, _ text: String, limit: Int
  ) throws(ProgrammeUnwritable) {
    try bounds(name, text, limit: limit)
    if let scalar = output.text(text, inAttribute: false) { throw illegal(name, scalar) }
  }

  private mutating func attribute(
    _ name: StaticString, _ value: String
  ) throws(ProgrammeUnwritable) {
    begin(name)
    if let scalar = output.text(value, inAttribute: true) { throw illegal(name, scalar) }
    output.markup("\"")
  }

  private mutating func begin(_ name: StaticString) {
    output.markup(" ")
    output.markup(name)
    output.markup("=\"")
  }

  private func bounds(
    _ name: StaticString, _ text: String, limit: Int
  ) throws(ProgrammeUnwritable) {
    let length = text.utf8.count
    if length == 0 { throw .emptyText(project: project, field: "\(name)") }
    // Bytes are counted first: characters only when the bytes do not settle it.
    if length > limit, text.unicodeScalars.count > limit {
      throw .longText(project: project, field: "\(name)", limit: limit)
    }
  }

  private func check(_ name: StaticString, _ holds: Bool) throws(ProgrammeUnwritable) {
    if !holds { throw .malformedToken(project: project, field: "\(name)") }
  }

  private func range(_ name: StaticString, _ holds: Bool) throws(ProgrammeUnwritable) {
    if !holds { throw .outOfRange(project: project, field: "\(name)") }
  }

  private func illegal(_ name: StaticString, _ scalar: UInt32) -> ProgrammeUnwritable {
    .illegalCharacter(project: project, field: "\(name)", scalar: scalar)
  }
}
