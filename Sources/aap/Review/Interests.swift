import ArgumentParser
import Desk
import Dossiers
import Store

extension AAP.Review {
  /// Shows, declares or dismisses conflicts of interest.
  struct Interests: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "conflit",
      abstract: "Montre les conflits d’intérêts, en déclare un ou l’écarte.",
      discussion: """
        Un conflit possible, déduit des mandats, écarte l’examinateur tant que personne ne l’a écarté. \
        Chacun déclare les siens ; seuls le secrétaire et le président en écartent un, avec un motif.
        """)
    @OptionGroup var choice: DossierChoice
    @Option(help: ArgumentHelp("De qui ; vous-même par défaut.", valueName: "id"))
    var examinateur: String?
    @Flag(help: "Déclare le conflit.")
    var declarer = false
    @Flag(help: "Écarte le conflit.")
    var ecarter = false
    @Option(help: ArgumentHelp("Pourquoi.", valueName: "texte"))
    var motif: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    private var verdict: InterestRecord.Verdict? {
      declarer ? .declared : ecarter ? .dismissed : nil
    }

    func validate() throws {
      guard !(declarer && ecarter) else {
        throw ValidationError("--declarer ou --ecarter, pas les deux.")
      }
      guard verdict == nil || (choice.numero != nil && motif != nil) else {
        throw ValidationError("Un conflit se déclare ou s’écarte sur un dossier, avec --motif.")
      }
    }

    func run() throws {
      let desk = try base.desk()
      let (number, context) = try choice.read(desk)
      if let verdict, let number, let motif {
        let reviewer = examinateur ?? base.actor
        try desk.recordInterest(
          verdict, of: reviewer, in: number, motive: motif, isSimulated: simulation.simuler)
        Output.message(
          "\(simulation.mention)Conflit de « \(reviewer) » sur \(number.text) "
            + "\(verdict == .declared ? "déclaré" : "écarté").")
        return
      }
      let interests = try desk.reviewerInterests(in: context, only: number)
      output.show(Listing(interests: interests))
      let open = interests.count(where: \.isOpen)
      if open > 0 { Output.message("\(open) conflit(s) possible(s) à déclarer ou à écarter.") }
    }
  }
}
