import ArgumentParser
import Foundation

/// The program: parse, run, and turn whatever goes wrong into a French message and an exit code.
@main
enum Program {
  static func main() {
    do {
      var command = try AAP.parseAsRoot()
      try command.run()
    } catch {
      Failure.report(error)
    }
  }
}
