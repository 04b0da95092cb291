import ArgumentParser
import Committee
import Desk
import Foundation
import Vocabulary

extension AAP.CommitteeCommands {
  /// Shows where the session stands.
  struct Board: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tableau",
      abstract:
        "Montre où en est la séance : dossier appelé, enveloppes, dossiers à suivre, quorum.",
      discussion: """
        Tient en 100 colonnes, sans couleur. Avec --suivre, l’écran se met à jour tout seul jusqu’à la \
        clôture (Ctrl-C pour le quitter avant). En json ou en csv : les enveloppes.
        """)
    @Flag(help: "Met l’écran à jour à mesure.") var suivre = false
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions
    @OptionGroup var output: FormatOptions

    private static let seconds: UInt32 = 1
    private static let clear = "\u{1B}[2J\u{1B}[H"

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let (session, funder) = try desk.board(of: context)
      var state = session.state
      guard output.format == .table else {
        return output.show(Listing(board: state, of: funder))
      }
      Output.result((suivre ? Self.prefix : "") + SessionBoard(state, of: funder).text + "\n")
      guard suivre else { return }
      while true {
        if case .closed = state.phase { return }
        sleep(Self.seconds)
        let now = try desk.session(of: context).state
        guard now != state else { continue }
        state = now
        Output.result(Self.prefix + SessionBoard(state, of: funder).text + "\n")
      }
    }

    private static var prefix: String { Output.isTerminal ? clear : "\n" }
  }
}
