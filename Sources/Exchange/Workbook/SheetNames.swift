public import Forms
import Vocabulary

extension DossierWorkbook {
  /// Characters of a sheet's name at most, as some spreadsheets have it.
  private static let longestTitle = 31

  /// The name of the sheet that holds a section, for messages: its title without what a sheet's name
  /// may not have, shortened with its identifier when it is too long.
  public static func sheetTitle(of section: FormEdition.Section) -> String {
    let plain = cleaned(section.title)
    guard plain.isEmpty || plain.count > longestTitle else { return plain }
    let short = withoutArticle(plain)
    guard short.isEmpty || short.count > longestTitle else { return short }
    // The identifier makes two long titles that begin alike different.
    let identifier = String(cleaned(section.id).prefix(15))
    let room = longestTitle - identifier.count - 2
    let start = short.prefix(room)
    let cut = short.count > room ? start.lastIndex(of: " ").map { start[..<$0] } ?? start : start
    return cut.isEmpty ? identifier : "\(cut)… \(identifier)"
  }

  private static func cleaned(_ title: String) -> String {
    let forbidden: Set<Character> = ["[", "]", "*", "?", ":", "/", "\\"]
    let text = title.map { character -> Character in
      if character == "'" { return "’" }
      return forbidden.contains(character) || character.isNewline ? " " : character
    }
    return String(text).split(separator: " ").joined(separator: " ")
  }

  private static func withoutArticle(_ title: String) -> String {
    for article in ["Le ", "La ", "Les ", "L’"] where title.hasPrefix(article) {
      let rest = title.dropFirst(article.count)
      return rest.prefix(1).uppercased() + rest.dropFirst()
    }
    return title
  }

  /// The names of all the sheets, each different whatever the case.
  static func sheetNames(of sections: [FormEdition.Section], besides taken: [String]) -> [String] {
    var known = Set(taken.map { $0.lowercased() })
    return sections.map { section in
      let title = sheetTitle(of: section)
      var name = title
      var number = 2
      while !known.insert(name.lowercased()).inserted {
        name = "\(title.prefix(longestTitle - 4)) \(number)"
        number += 1
      }
      return name
    }
  }
}
