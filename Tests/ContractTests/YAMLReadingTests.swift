import Contract
import Testing

@Suite struct `YAML is read with its lines` {
  @Test(arguments: [
    ("a: 1\nb: \"2\"\nc:\n  - x\n  - {d: y}\n", "{a@1:1@1 b@2:'2'@2 c@3:[x@4 {d@5:y@5}@5]@4}@1"),
    ("# note\n\na:\n  b: |\n    un\n    deux\n  c: ~\n", "{a@3:{b@4:'un\ndeux\n'@4 c@7:~@7}@4}@3"),
    ("a: 1\r\nb: 2\r\n", "{a@1:1@1 b@2:2@2}@1"),
    ("\u{FEFF}a: 1\n", "{a@1:1@1}@1"),
    ("%YAML 1.2\n---\na: 1\n", "{a@3:1@3}@3"),
    ("", "@1"), ("  \n\n", "@1"), ("# rien\n", "@1"), ("bonjour\n", "bonjour@1"),
    ("a: [\n  x,\n  y]\n", "{a@1:[x@2 y@3]@1}@1"),
  ])
  func `every kind of node keeps the line where it starts`(
    text: String, expected: String
  ) throws {
    #expect(outline(try YAMLSource.read(Array(text.utf8))) == expected)
  }

  @Test(arguments: [
    ("a: R&D et *D*\n", "{a@1:R&D et *D*@1}@1"),
    ("a: \"*gras* & co\"\n", "{a@1:'*gras* & co'@1}@1"),
    ("a: B&B\nb: x*B\n", "{a@1:B&B@1 b@2:x*B@2}@1"),
    ("a: &x 1\n", "{a@1:1@1}@1"),
  ])
  func `marks inside words are no anchors, and an anchor alone does nothing`(
    text: String, expected: String
  ) throws {
    #expect(outline(try YAMLSource.read(Array(text.utf8))) == expected)
  }

  @Test func `a tag changes nothing to what was written`() throws {
    let node = try YAMLSource.read(Array("a: !!str 2016\nb: !!int \"3\"\nc: !x y\n".utf8))
    #expect(outline(node) == "{a@1:2016@1 b@2:'3'@2 c@3:y@3}@1")
  }

  @Test func `a merge key is a key like another, merged by nobody`() throws {
    let node = try YAMLSource.read(Array("<<: {a: 1}\nb: 2\n".utf8))
    #expect(outline(node) == "{<<@1:{a@1:1@1}@1 b@2:2@2}@1")
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func `nothing is nothing, unless it is quoted`(written: String) throws {
    let node = try YAMLSource.read(Array("a: \(written)\nb: \"\(written)\"\n".utf8))
    #expect(node["a"] == nil)
    #expect(node["b"]?.text == written)
  }
}
