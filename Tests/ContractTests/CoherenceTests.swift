import Contract
import Testing
import Vocabulary

@Suite struct `An incoherence of the data` {
  typealias Spot = PlantedTerritory.Spot

  /// One error: the text it replaces, and the finding expected on its line.
  struct Plant: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let field: String
    let code: String
    /// From the line where the new text starts to the one that is told.
    let offset: Int
    var testDescription: String { "\(code) \(field)" }

    init(
      _ file: String, _ old: String, _ new: String, _ field: String, _ code: String,
      offset: Int = 0
    ) {
      self.file = file
      self.old = old
      self.new = new
      self.field = field
      self.code = code
      self.offset = offset
    }
  }

  static let plan = "plan-actions.yaml"
  static let call = "appel.yaml"
  static let purses = "enveloppes.yaml"
  static let grid = "grille.yaml"

  static let ofReference: [Plant] = [
    Plant(
      plan, "axe: \"B.1\"\n    label: \"Charte", "axe: \"B.9\"\n    label: \"Charte",
      "objectifs[0].axe", "reference_inconnue"),
    Plant(
      plan, "axe: \"B.1\"\n    label: \"Charte", "axe: \"A.1\"\n    label: \"Charte",
      "objectifs[0].enjeu", "enjeu_incoherent", offset: -1),
    Plant(plan, "code: \"B.1.4\"", "code: \"B.1.1\"", "objectifs[3].code", "code_en_double"),
    Plant(plan, "code: \"A.2\"", "code: \"A.1\"", "axes[1].code", "code_en_double"),
    Plant(
      plan, "enjeu: B, label: \"Cohésion", "enjeu: C, label: \"Cohésion", "axes[3].enjeu",
      "reference_inconnue"),
    Plant("financeurs.yaml", "- id: DDTM", "- id: CAHC", "financeurs[3].id", "code_en_double"),
    Plant(
      "communes.yaml", "insee: \"62215\"", "insee: \"6221\"", "communes[1].insee",
      "identifiant_invalide"),
    Plant(
      "communes.yaml", "insee: \"62215\"", "insee: \"62148\"", "communes[1].insee", "code_en_double"
    ),
    Plant(
      "communes.yaml", "qpv: [CAHC-Q6]", "qpv: [CAHC-Q66]", "communes[5].qpv", "reference_inconnue"),
    Plant(
      "quartiers.yaml", "communes: [\"Hénin-Beaumont\"]", "communes: [Arras]",
      "quartiers[2].communes", "reference_inconnue"),
    Plant(
      "quartiers.yaml", "code: CAHC-Q2", "code: CAHC-Q1", "quartiers[1].code", "code_en_double"),
    Plant("gouvernance.yaml", "id: COSTRAT", "id: COPIL", "instances[1].id", "code_en_double"),
    Plant(
      "gouvernance.yaml", "schema: gouvernance/1", "schema: gouvernance/2", "schema",
      "schema_inconnu"),
  ]

  static let ofCall: [Plant] = [
    Plant(call, "contrat: ETUDE-CAHC-2013", "contrat: AUTRE", "contrat", "reference_inconnue"),
    Plant(
      call, "cloture: 2026-01-30", "cloture: 2025-11-30", "calendrier.cloture", "dates_en_desordre"),
    Plant(call, "comite: 2026-04-02", "comite: 2026-02-30", "calendrier.comite", "type_inattendu"),
    Plant(call, "fin: 2026-12-31", "fin: 2025-12-31", "exercice.fin", "dates_en_desordre"),
    Plant(call, "{type: ccas,", "{type: commune,", "porteurs[2].type", "code_en_double"),
    Plant(call, "instance: COPIL", "instance: COMITE", "comite.instance", "reference_inconnue"),
    Plant(
      call, "CD62, REGION, COMMUNE]", "CD59, REGION, COMMUNE]", "comite.membres",
      "reference_inconnue"),
    Plant(
      call, "CD62, REGION, COMMUNE]", "CD62, REGION, COMMUNE, CD62]", "comite.membres",
      "code_en_double"),
    Plant(call, "quorum: 2", "quorum: 5", "comite.quorum", "quorum_impossible"),
    Plant(call, "quorum: 2", "quorum: 0", "comite.quorum", "quorum_impossible"),
    Plant(
      call, "valeur: 4000", "valeur: 10001", "parametres.plancher_bp.valeur", "parametre_impossible"
    ),
    Plant(call, "note: \"Appel", "remarque: \"Appel", "remarque", "champ_inconnu"),
    Plant(
      purses, "financeur: CD62", "financeur: CD59", "enveloppes[2].financeur", "reference_inconnue"),
    Plant(
      purses, "[\"B.1.2\", \"B.1.3\"]", "[\"B.1.2\", \"B.2.3\"]", "enveloppes[2].objectifs",
      "reference_inconnue"),
    Plant(purses, "[\"B.1.2\", \"B.1.3\"]", "[]", "enveloppes[2].objectifs", "liste_vide"),
    Plant(
      purses, "commune: \"62277\"", "commune: \"62999\"", "enveloppes[3].commune",
      "reference_inconnue"),
    Plant(
      purses, "- id: COMMUNE-62427\n    financeur: COMMUNE\n    payeur: COMMUNE-62427",
      "- id: COMMUNE-62277\n    financeur: COMMUNE\n    payeur: COMMUNE-62277", "enveloppes[4].id",
      "code_en_double"),
    Plant(
      purses, "payeur: COMMUNE-62427", "payeur: COMMUNE-62277", "enveloppes[4].payeur",
      "reference_inconnue"),
    Plant(purses, "payeur: CD62", "payeur: CD26", "enveloppes[2].payeur", "reference_inconnue"),
    Plant(
      purses, "montant: \"45000.00\"", "montant: 90000000000000", "enveloppes",
      "total_hors_limites", offset: -33),
    Plant(
      purses, "minimum: \"2000.00\"", "minimum: \"25000.01\"", "enveloppes[1].minimum",
      "bornes_inversees"),
    Plant(
      purses, "taux_max_bp: 7000", "taux_max_bp: 10001", "enveloppes[1].taux_max_bp",
      "taux_impossible"),
    Plant(
      purses, "montant: \"45000.00\"", "montant: 4,5,0", "enveloppes[2].montant",
      "montant_illisible"),
    Plant(
      purses, "montant: \"45000.00\"", "montant: -1", "enveloppes[2].montant", "montant_illisible"),
    Plant(
      grid, "evaluateur: partenariat", "evaluateur: partenaires", "criteres[3].evaluateur",
      "reference_inconnue"),
    Plant(
      grid, "code: partenariat", "code: evaluation", "criteres[4].code", "code_en_double", offset: 7
    ),
  ]

  static let ofPieces: [Plant] = [
    Plant(
      call, "formats: [pdf,", "formats: [pdf, pfd,", "pieces.formats", "reference_inconnue"),
    Plant(call, "formats: [pdf,", "formats: [pdf, pdf,", "pieces.formats", "code_en_double"),
    Plant(
      call, "formats: [pdf, png, jpeg, odt, ods, docx, xlsx, txt, csv]", "formats: []",
      "pieces.formats", "liste_vide"),
    Plant(call, "type: statuts,", "type: statut,", "pieces.exigees[0].type", "reference_inconnue"),
    Plant(call, "type: rib,", "type: statuts,", "pieces.exigees[2].type", "code_en_double"),
    Plant(
      call, "taille_max_octets: 10485760", "taille_max_octets: -1", "pieces.taille_max_octets",
      "limite_impossible"),
    Plant(
      call, "taille_max_octets: 10485760", "taille_max_octets: 67108865",
      "pieces.taille_max_octets", "limite_impossible"),
    Plant(
      call, "nombre_max: 20", "nombre_max: 0", "pieces.nombre_max", "limite_impossible"),
    Plant(call, "nombre_max: 20", "nombre_max: vingt", "pieces.nombre_max", "type_inattendu"),
    Plant(
      call, "total_max_octets: 52428800", "total_max_octets: 10485759", "pieces.total_max_octets",
      "bornes_inversees"),
    Plant(
      call, "nombre_max: 20", "date_limite: 2025-11-30", "pieces.date_limite", "dates_en_desordre"),
    Plant(
      call, "nombre_max: 20", "date_limite: 2026-04-03", "pieces.date_limite", "dates_en_desordre"),
    Plant(call, "nombre_max: 20", "limite: 20", "pieces.limite", "champ_inconnu"),
    Plant(
      call, "porteurs: [commune],", "porteurs: [commune, epci],", "pieces.exigees[9].porteurs",
      "reference_inconnue"),
    Plant(
      call, "porteurs: [commune],", "porteurs: [],", "pieces.exigees[9].porteurs", "liste_vide"),
    Plant(
      call, "valable_mois: 36", "valable_mois: 0", "pieces.exigees[0].valable_mois",
      "limite_impossible"),
    Plant(
      call, "si_subventions_superieures: \"153000\"", "si_subventions_superieures: \"-1\"",
      "pieces.exigees[6].si_subventions_superieures", "montant_illisible"),
    Plant(
      call, ", egal: delegataire}", "}", "pieces.exigees[8].si.egal", "cle_manquante"),
    Plant(
      call,
      ", source: {citation: \"Hypothèse : l’assemblée délibère sur les affaires de la collectivité (CGCT, art. L. 2121-29)\"}",
      "", "pieces.exigees[9].source", "source_manquante"),
  ]

  @Test(arguments: ofReference + ofCall + ofPieces)
  func `is told once, with its line and its field`(plant: Plant) throws {
    var territory = try PlantedTerritory("henin-carvin")
    let line = try territory.plant(plant.new, for: plant.old, in: plant.file)
    #expect(
      try territory.spots() == [
        Spot(file: plant.file, line: line + plant.offset, field: plant.field, code: plant.code)
      ])
  }

  @Test(arguments: [
    (
      "axe: \"B.1\"\n    label: \"Charte", "axe: \"B.9\"\n    label: \"Charte", plan,
      "d’axe « B.9 »"
    ),
    ("instance: COPIL", "instance: COMITE", call, "d’instance « COMITE »"),
    ("[\"B.1.2\", \"B.1.3\"]", "[\"B.1.2\", \"Z.9\"]", purses, "d’objectif « Z.9 »"),
    ("evaluateur: partenariat", "evaluateur: z", grid, "d’évaluateur « z »"),
    ("payeur: CD62", "payeur: Z9", purses, "de payeur « Z9 »"),
  ])
  func `names what is unknown in French`(
    old: String, new: String, file: String, unknown: String
  ) throws {
    var territory = try PlantedTerritory("henin-carvin")
    _ = try territory.plant(new, for: old, in: file)
    let start = "Le référentiel ne connaît pas \(unknown)"
    #expect(try territory.findings().map { $0.message.hasPrefix(start) } == [true])
  }

  @Test func `a member cited twice does not fill a quorum`() throws {
    var territory = try PlantedTerritory("henin-carvin")
    _ = try territory.plant("quorum: 4", for: "quorum: 2", in: Self.call)
    _ = try territory.plant("REGION, CD62]", for: "REGION, COMMUNE]", in: Self.call)
    #expect(try territory.spots().map(\.code) == ["code_en_double", "quorum_impossible"])
  }

  @Test func `an objective without axis is told at its own line`() throws {
    var territory = try PlantedTerritory("henin-carvin")
    let line = try territory.plant(
      "label: \"Charte", for: "axe: \"B.1\"\n    label: \"Charte", in: Self.plan)
    #expect(
      try territory.spots() == [
        Spot(file: Self.plan, line: line - 2, field: "objectifs[0].axe", code: "cle_manquante")
      ])
  }

  @Test(arguments: ["24", "26", "-10", "9223372036854775807"])
  func `weights that do not sum to 100 are told`(weight: String) throws {
    var territory = try PlantedTerritory("henin-carvin")
    _ = try territory.plant("poids: \(weight)", for: "poids: 25", in: Self.grid)
    let codes = try territory.spots().map(\.code)
    #expect(
      codes == (weight == "-10" ? ["poids_incorrects", "type_inattendu"] : ["poids_incorrects"]))
  }

  @Test(arguments: [("QP062019", "QP06219"), ("QP062019", "QN0621")])
  func `an official contract has official district codes`(code: String, wrong: String) throws {
    var territory = try PlantedTerritory("lens-lievin")
    let district = try territory.plant(
      "- code: \(wrong)\n", for: "- code: \(code)\n", in: "quartiers.yaml")
    let commune = try territory.plant("qpv: [\(wrong)]", for: "qpv: [\(code)]", in: "communes.yaml")
    let spots = try territory.spots()
    #expect(commune > 0)
    // A share of a purse names the district too, and is told of apart.
    #expect(
      spots.filter { $0.file == "quartiers.yaml" } == [
        Spot(
          file: "quartiers.yaml", line: district, field: "quartiers[2].code",
          code: "identifiant_invalide")
      ])
  }

  @Test func `several planted at once are all told, each with its source`() throws {
    var territory = try PlantedTerritory("henin-carvin")
    let duplicate = try territory.plant("code: \"A.1\"", for: "code: \"A.2\"", in: Self.plan)
    let insee = try territory.plant("insee: \"2A\"", for: "insee: \"62148\"", in: "communes.yaml")
    let quorum = try territory.plant("quorum: 9", for: "quorum: 2", in: Self.call)
    let closing = try territory.plant(
      "cloture: 2025-11-30", for: "cloture: 2026-01-30", in: Self.call)
    let funder = try territory.plant("financeur: CD59", for: "financeur: CD62", in: Self.purses)
    let rate = try territory.plant("taux_max_bp: 0", for: "taux_max_bp: 7000", in: Self.purses)
    _ = try territory.plant("poids: 16", for: "poids: 15", in: Self.grid)
    let list = "criteres"
    let spots = try territory.spots()
    #expect(
      spots.filter { $0.code != "poids_incorrects" } == [
        Spot(file: Self.plan, line: duplicate, field: "axes[1].code", code: "code_en_double"),
        Spot(
          file: "communes.yaml", line: insee, field: "communes[0].insee",
          code: "identifiant_invalide"),
        Spot(file: Self.call, line: quorum, field: "comite.quorum", code: "quorum_impossible"),
        Spot(
          file: Self.call, line: closing, field: "calendrier.cloture", code: "dates_en_desordre"),
        Spot(
          file: Self.purses, line: rate, field: "enveloppes[1].taux_max_bp", code: "taux_impossible"
        ),
        Spot(
          file: Self.purses, line: funder, field: "enveloppes[2].financeur",
          code: "reference_inconnue"),
      ])
    #expect(spots.filter { $0.code == "poids_incorrects" }.map(\.field) == [list])
    #expect(try territory.findings().filter { $0.source == nil || $0.remedy.isEmpty } == [])
  }

  @Test func `a file that is not YAML is one finding, and the others are still told`() throws {
    var territory = try PlantedTerritory("henin-carvin")
    let line = try territory.plant("financeurs: *x\n", for: "financeurs:\n", in: "financeurs.yaml")
    _ = try territory.plant("schema: autre/1", for: "schema: communes/1", in: "communes.yaml")
    let spots = try territory.spots()
    #expect(spots.map(\.code) == ["fichier_illisible", "schema_inconnu"])
    #expect(try territory.findings().map(\.source) == [.dataFormat, .dataFormat])
    #expect(spots.map(\.line) == [line, 3])
  }
}
