import ArgumentParser
import Committee
import Desk
import Vocabulary

extension AAP.CommitteeCommands {
  /// The whole session by hand, one command after the other, the board above.
  struct HoldSession: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tenir",
      abstract: "Tient la séance au clavier : le tableau, puis une commande par ligne.",
      discussion: """
        Les commandes sont celles d’« aap comite », sans « aap comite » : presence CAF, appeler 2016-0003, \
        voter --proposition P1 --unanimite… « tableau » remontre l’écran, « aide » les liste, « quitter » sort. \
        Chaque acte est sur le disque avant la ligne suivante : fermer la fenêtre ne perd rien.
        """)
    @OptionGroup var base: BaseOptions
    @OptionGroup var call: CallOptions

    func run() throws {
      let desk = try base.desk()
      let context = try call.context(desk)
      let console = Terminal.console()
      console.say(SessionBoard(try desk.session(of: context).state).text + "\n")
      while true {
        console.say("Votre commande (aide, tableau, quitter) :\n")
        guard let line = try console.read() else { break }
        guard case .text(let text) = line else {
          console.say("Cette ligne ne se lit pas ; recommencez.\n")
          continue
        }
        guard let words = CommandWords(text) else {
          console.say("Un guillemet n’est pas fermé ; recommencez.\n")
          continue
        }
        switch words.all.first {
        case nil: continue
        case "quitter":
          return console.say("Séance quittée ; tout ce qui est noté est au registre.\n")
        case "aide": console.say(AAP.CommitteeCommands.helpMessage(columns: 100) + "\n")
        case let word? where !Self.names.contains(word):
          console.say("« \(word) » n’est pas une commande ; « aide » les liste.\n")
        default: perform(words.all)
        }
      }
      console.say("\n")
    }

    private static let names = Set(
      AAP.CommitteeCommands.configuration.subcommands.compactMap { $0.configuration.commandName })

    /// Runs one command; what goes wrong is told, and the session goes on.
    private func perform(_ words: [String]) {
      do {
        var command = try AAP.CommitteeCommands.parseAsRoot(words + inherited(by: words))
        guard !(command is HoldSession) else { return }
        try command.run()
      } catch {
        Failure.tell(error)
      }
    }

    /// The base, the actor and the call of this command, unless the line names others.
    private func inherited(by words: [String]) -> [String] {
      guard !words.contains("--help"), !words.contains("-h") else { return [] }
      var options: [String] = []
      func add(_ name: String, _ value: String?) {
        guard let value, !words.contains(name) else { return }
        options += [name, value]
      }
      add("--base", base.path)
      add("--acteur", base.actor)
      if words.first != "decider" { add("--appel", call.appel) }
      return options
    }
  }
}

/// A line cut into words; quotes of any kind hold words together.
struct CommandWords {
  let all: [String]

  /// Cuts a line; `nil` when a quote is not closed.
  init?(_ line: String) {
    let closing: [Character: Character] = ["\"": "\"", "«": "»"]
    var words: [String] = []
    var word = ""
    var isOpen = false
    var awaited: Character?
    for character in line {
      if let end = awaited {
        if character == end { awaited = nil } else { word.append(character) }
      } else if let end = closing[character] {
        awaited = end
        isOpen = true
      } else if character == " " || character == "\t" {
        if isOpen { words.append(word.trimmedOfSpaces) }
        word = ""
        isOpen = false
      } else {
        word.append(character)
        isOpen = true
      }
    }
    guard awaited == nil else { return nil }
    all = isOpen ? words + [word.trimmedOfSpaces] : words
  }
}
