import Contract
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `References` {
  @Test(arguments: [
    (
      "projet.objectif_principal", "\"1.1.9\"",
      "projet.objectif_principal (objectif_principal): « 1.1.9 » n’est pas un objectif du contrat de ville. → "
        + "Vouliez-vous dire « 1.1.1 » ?"
    ),
    (
      "lieux.communes", "[Liévin]",
      "lieux.communes[1] (communes): « Liévin » n’est pas le code Insee d’une commune du contrat de ville. → "
        + "Écrivez \"62510\" (Liévin)."
    ),
    (
      "lieux.communes", "[\"62498\", \"62300\"]",
      "lieux.communes[2] (communes): « 62300 » n’est pas le code Insee d’une commune du contrat de ville. → "
        + "Écrivez \"62291\" (Éleu-dit-Leauwette) ou \"62498\" (Lens)."
    ),
    (
      "lieux.quartiers", "[QP062O26]",
      "lieux.quartiers[1] (quartiers): « QP062O26 » n’est pas un quartier prioritaire du contrat de ville. → "
        + "Vouliez-vous dire « QP062026 » ?"
    ),
    (
      "financement.demandes", "[{financeur: ministère de la magie, montant: 9000}]",
      "financement.demandes[1].financeur (demandes): « ministère de la magie » n’est pas un financeur du "
        + "contrat de ville. → Cherchez le code : aap referentiel financeurs"
    ),
    (
      "lieux.veille", "[nulle part ailleurs]",
      "lieux.veille[1] (veille): « nulle part ailleurs » n’est pas un territoire en veille active du contrat "
        + "de ville. → Cherchez le code : aap referentiel quartiers"
    ),
  ])
  func `unknown to the contract are named with the nearest known`(
    field: String, value: String, breach: String
  ) throws {
    let club = DossierText.sportsClub.with(field, value)
    #expect(try RuleBench.breaches(of: "references_connues", on: club) == [breach])
  }

  @Test func `to a funder by its name give its identifier`() throws {
    let territory = try Territory.lensLievin
    let caf = try #require(territory.reference.funder("CAF"))
    let club = DossierText.sportsClub
      .with("financement.demandes", "[{financeur: \"\(caf.name)\", montant: 9000}]")
    let breaches = try RuleBench.breaches(of: "references_connues", on: club)
    #expect(
      breaches == [
        "financement.demandes[1].financeur (demandes): « \(caf.name) » n’est pas un financeur du contrat de "
          + "ville. → Écrivez « CAF » (\(caf.name))."
      ])
  }
}
