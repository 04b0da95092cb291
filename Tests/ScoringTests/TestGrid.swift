import Contract
import TestKit
import Testing

/// Grids written in a few lines, read as the program reads them.
enum TestGrid {
  /// A grid of these criteria, whatever is wrong with them.
  static func grid(_ criteria: String) throws -> Grid {
    let lines = criteria.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let text = "schema: grille/1\nversion: \"essai\"\ntitre: Essai\ncriteres:\n\(lines)\n"
    return try read(SourceFile(name: "grille.yaml", bytes: Array(text.utf8)))
  }

  /// The grid of a file below the root.
  static func grid(at path: String) throws -> Grid { try read(try file(path)) }

  private static func read(_ grid: SourceFile) throws -> Grid {
    let folder = "fixtures/lens-lievin/appel-2016"
    let files = CallFiles(
      call: try file("\(folder)/appel.yaml"), purses: try file("\(folder)/enveloppes.yaml"),
      grid: grid)
    return try #require(files.load(with: TestContract.reference(), evaluators: []).call).grid
  }

  private static func file(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: Array(try ProjectRoot.data(path)))
  }
}
