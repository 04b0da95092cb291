import ArgumentParser
import Committee
import Desk
import Dossiers
import Foundation
import Store
import Vocabulary

/// Ends the program with the message and the exit code an error deserves.
enum Failure {
  /// Prints what went wrong, in the format asked for, and exits.
  static func report(_ error: any Error) -> Never { exit(tell(error)) }

  /// Prints what went wrong, in the format asked for.
  ///
  /// - Returns: the exit code it deserves.
  @discardableResult
  static func tell(_ error: any Error) -> Int32 {
    switch error {
    case let refusal as Refusal: refuse(refusal.findings)
    case let error as DeskError: stop(error.french, code: error.exitCode, as: "refus")
    case let error as Store.Failure: stop(error.french, code: error.exitCode, as: "base")
    case let error as TransitionRefused:
      stop(
        "\(error.french) Quelqu’un d’autre vient sans doute d’agir ; rien n’a été changé, recommencez.",
        code: 75, as: "etape")
    case let error as SessionError: refuse([error.finding])
    case let code as ExitCode: code.rawValue
    default: reportUsage(error)
    }
  }

  private static func refuse(_ findings: [Finding]) -> Int32 {
    if Output.wantsJSON {
      Output.result(FindingText.json(findings))
    } else {
      Output.message(FindingText.forPeople(findings))
    }
    return FindingText.exitCode(for: findings)
  }

  private static func stop(_ message: String, code: Int32, as name: String) -> Int32 {
    if Output.wantsJSON {
      let finding = Finding(code: name, message: message, remedy: "")
      Output.result(FindingText.json([finding]))
    }
    Output.message("aap : \(message)")
    return code
  }

  /// Help, version and usage errors come from the argument parser; anything else is our bug.
  private static func reportUsage(_ error: any Error) -> Int32 {
    let code = AAP.exitCode(for: error)
    guard code == .success || code == .validationFailure else {
      Output.message(
        "aap : défaut du programme (\(error)). Rien n’a été changé par cette commande ; "
          + "merci de signaler ce message.")
      return 70
    }
    let text = FrenchUsage.translate(AAP.fullMessage(for: error))
    if code == .success {
      Output.result(text + "\n")
      return 0
    }
    Output.message(text)
    return 64
  }
}
