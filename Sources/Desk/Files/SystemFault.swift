import Foundation

/// What the system answers when it refuses, said in French.
public enum SystemFault {
  /// The reason behind an error number, without a final stop.
  public static func french(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "le disque est plein"
    case EROFS: "le disque est en lecture seule"
    case EACCES, EPERM: "accès refusé"
    case EEXIST: "ce nom est déjà pris ; rien n’a été changé"
    case ENOENT: "fichier ou dossier absent"
    case ENOTDIR: "un élément du chemin n’est pas un dossier"
    case EISDIR: "c’est un dossier"
    case EIO: "le disque a signalé une erreur de lecture ou d’écriture"
    case EMFILE, ENFILE: "trop de fichiers sont ouverts"
    case ENAMETOOLONG: "le nom est trop long"
    case EFBIG: "le fichier dépasse la taille permise"
    case ELOOP: "les liens symboliques tournent en rond"
    case EBADF: "la sortie est fermée"
    case EPIPE: "le lecteur est parti"
    case ENOMEM: "la mémoire manque"
    case EBUSY, ETXTBSY: "le fichier est occupé par un autre programme"
    default: "erreur système n° \(code)"
    }
  }
}
