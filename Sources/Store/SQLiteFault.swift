import GRDB

/// What SQLite answers when it refuses, said in French.
enum SQLiteFault {
  /// The reason behind a result code; `nil` when only a defect of the program explains it.
  static func french(_ error: DatabaseError) -> String? {
    switch error.resultCode {
    case .SQLITE_FULL: "le disque est plein"
    case .SQLITE_READONLY: "la base est en lecture seule"
    case .SQLITE_PERM, .SQLITE_AUTH: "accès refusé"
    case .SQLITE_CANTOPEN: "le fichier ne s’ouvre pas : dossier absent ou protégé"
    case .SQLITE_IOERR: "le disque a signalé une erreur de lecture ou d’écriture"
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: "le fichier de la base est endommagé"
    case .SQLITE_NOMEM: "la mémoire manque"
    case .SQLITE_TOOBIG: "une valeur est trop grande pour la base"
    case .SQLITE_NOLFS: "le disque n’accepte pas de si grands fichiers"
    case .SQLITE_PROTOCOL: "les verrous de la base ne répondent pas"
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: "l’opération a été interrompue"
    default: nil
    }
  }
}
