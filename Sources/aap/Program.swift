import ArgumentParser

/// The program: parse, run, and turn whatever goes wrong into a French message and an exit code.
@main
enum Program {
  static func main() {
    if RootHelp.isAsked(by: Array(CommandLine.arguments.dropFirst())) {
      return Output.result(RootHelp.text)
    }
    do {
      var command = try AAP.parseAsRoot()
      try command.run()
    } catch {
      Failure.report(error)
    }
  }
}
