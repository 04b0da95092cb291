/// The argument parser speaks English; what it prints is put into French here, phrase by phrase.
enum FrenchUsage {
  private static let phrases: [(String, String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE:", "EMPLOI :"), ("Usage:", "Emploi :"), ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"),
    ("Show the version.", "Affiche la version."),
    ("Show help information.", "Affiche cette aide."),
    ("<subcommand>", "COMMANDE"), ("[<options>]", "[OPTIONS]"), ("<options>", "OPTIONS"),
    ("  See '", "  Voir « "), ("' for detailed help.", " » pour l’aide détaillée."),
    ("' for more information.", " » pour en savoir plus."),
    ("Error: ", "aap : "),
    ("Missing expected argument ", "il manque l’argument "),
    ("Missing required option ", "il manque l’option "),
    ("Missing value for ", "il manque une valeur pour "),
    ("Unknown option ", "option inconnue : "),
    ("Unexpected argument ", "argument inattendu : "),
    (" unexpected arguments: ", " arguments inattendus : "),
    ("The value ", "la valeur "), (" is invalid for ", " ne convient pas à "),
    ("Please provide one of the following:", "Valeurs possibles :"),
    ("Please provide one of ", "Valeurs possibles : "),
    ("Did you mean ", "Vouliez-vous dire "),
    ("default:", "par défaut :"), ("(default)", "(par défaut)"), ("(values: ", "(valeurs : "),
    ("Help:  ", "Aide :   "), (" (required)", " (obligatoire)"),
    ("Invalid value ", "valeur incorrecte "), (" or ", " ou "),
  ]

  /// The same message in French, in one pass over its bytes: help must come at once.
  static func translate(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let table = phrases.map { (Array($0.0.utf8), Array($0.1.utf8)) }
    var firsts = [Bool](repeating: false, count: 256)
    for (phrase, _) in table { firsts[Int(phrase[0])] = true }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 4)
    var position = 0
    while position < bytes.count {
      let rest = bytes[position...]
      if firsts[Int(bytes[position])], let found = table.first(where: { rest.starts(with: $0.0) }) {
        result += found.1
        position += found.0.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
