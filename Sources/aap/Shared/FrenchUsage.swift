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
    ("unexpected arguments:", "arguments inattendus :"),
    (" unexpected arguments: ", " arguments inattendus : "),
    ("The value ", "la valeur "), (" is invalid for ", " ne convient pas à "),
    ("Please provide one of ", "Valeurs possibles : "),
    ("Did you mean ", "Vouliez-vous dire "),
    ("(default: ", "(par défaut : "), ("(values: ", "(valeurs : "),
    ("Help:  ", "Aide :   "), (" (required)", " (obligatoire)"),
    ("Invalid value ", "valeur incorrecte "), (" or ", " ou "),
  ]

  /// The same message in French.
  static func translate(_ text: String) -> String {
    phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
