import ArgumentParser
import Desk
import Dossiers

/// One dossier, or all those of a call that the command bears on.
struct DossierChoice: ParsableArguments {
  @Argument(help: "Numéro du dossier, par exemple 2016-0001.")
  var numero: String?
  @Flag(help: "Tous les dossiers de l’appel que cet acte concerne.")
  var tous = false
  @OptionGroup var call: CallOptions

  func validate() throws {
    guard (numero != nil) != tous else {
      throw ValidationError("Donnez un numéro de dossier, ou --tous.")
    }
  }

  /// The dossier, `nil` for all, and its call.
  func read(_ desk: Desk) throws -> (number: DossierNumber?, context: CallContext) {
    guard let numero else { return (nil, try call.context(desk)) }
    let number = try NumberArgument.read(numero)
    return (number, try desk.callContext(number.call))
  }
}
