import ArgumentParser
import Contract
import Desk
import Scoring
import Store
import Vocabulary

extension AAP.Review {
  /// Prepares marks.
  struct Mark: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "noter",
      abstract: "Prépare une note sur un critère ; sans critère, montre ce qui est préparé.",
      discussion: """
        Une note préparée ne compte pas encore et se change librement : aap instruire rendre la fait \
        compter. Une note sans justification est refusée.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @Argument(help: "Code du critère.")
    var critere: String?
    @Argument(help: "Note, de 0 à 4.")
    var note: Int?
    @Option(
      help: ArgumentHelp("Ce qui, dans le dossier, fonde la note.", valueName: "texte"))
    var justification: String?
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
      guard (critere == nil) == (note == nil), (critere == nil) == (justification == nil) else {
        throw ValidationError("Une note se donne avec son critère et sa --justification.")
      }
    }

    func run() throws {
      let number = try NumberArgument.read(numero)
      var marks: [GivenMark] = []
      if let critere, let note, let justification {
        marks.append(GivenMark(criterion: critere, mark: note, justification: justification))
      }
      let draft = try base.desk().mark(marks, on: number, isSimulated: simulation.simuler)
      output.show(Listing(draft: draft))
      let state =
        draft.isHandedIn ? " (des notes sont déjà rendues ; celles-ci les remplaceront)" : ""
      Output.message(
        draft.missing.isEmpty
          ? "\(simulation.mention)Tout est noté\(state) : aap instruire rendre \(numero)"
          : "\(simulation.mention)Il reste \(draft.missing.count) critère(s) à noter\(state).")
    }
  }

  /// Hands marks in.
  struct HandIn: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rendre", abstract: "Rend les notes préparées sur un dossier : elles comptent.",
      discussion: "Des notes rendues plus tard remplacent celles-ci, qui restent dans la base.")
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
      let number = try NumberArgument.read(numero)
      let draft = try base.desk().submitReview(of: number, isSimulated: simulation.simuler)
      Output.message("\(simulation.mention)\(draft.marks.count) note(s) rendue(s) sur \(numero).")
    }
  }

  /// Shows what reviewers gave.
  struct Reviews: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "examens",
      abstract: "Montre les notes des examinateurs d’un dossier et leurs désaccords.",
      discussion: """
        Un examinateur voit les notes des autres une fois les siennes rendues. Une personne récusée ne \
        voit rien.
        """)
    @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
    var numero: String
    @OptionGroup var base: BaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let reviews = try base.desk().reviews(of: try NumberArgument.read(numero))
      output.show(Listing(reviews: reviews))
      for disagreement in reviews.disagreements where disagreement.isWide {
        Output.message(
          "Désaccord sur \(disagreement.criterion) : \(disagreement.spread) points d’écart ; "
            + "les examinateurs devraient en parler.")
      }
      let seen = reviews.reviews.count
      Output.message(
        "Affecté à : \(reviews.assigned.isEmpty ? "personne" : reviews.assigned.joined(separator: ", "))"
          + " ; \(reviews.count) examen(s) rendu(s)"
          + (seen < reviews.count ? ", visibles une fois le vôtre rendu" : "") + ".")
      if !reviews.outdated.isEmpty {
        Output.message(
          "Notes données sur une version antérieure, à rendre de nouveau : "
            + "\(reviews.outdated.joined(separator: ", ")).")
      }
      if !reviews.recused.isEmpty {
        Output.message("Récusés : \(reviews.recused.joined(separator: ", ")).")
      }
    }
  }
}
