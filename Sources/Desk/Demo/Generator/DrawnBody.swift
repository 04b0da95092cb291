import Contract
import Vocabulary

/// What the kind of an applicant decides.
struct DrawnBody {
  let name: String
  let siren: String
  let holder: String
  let roles: [String]
  var association: GeneratedApplicant.Association?
  var isPrivate = false
  var signsCommitment = false
  var extras: [GeneratedApplicant.Extra] = []
}

/// Draws a body that is no commune: an association, a school, a landlord or another.
struct BodyDrawing {
  private typealias Extra = GeneratedApplicant.Extra

  /// Kinds of public establishments: what the form calls them, their name, who signs.
  private static let establishments: [(category: String, title: String, role: String)] = [
    ("college", "Collège", "principal"), ("college", "Collège", "principal"),
    ("lycee", "Lycée", "proviseur"), ("hopital", "Centre hospitalier", "directeur"),
    ("medico_social", "Résidence", "directeur"), ("culture", "Conservatoire", "directeur"),
  ]
  private static let landlords = ["Habitat", "Le Logis", "Le Toit", "Maisons et foyers"]
  /// Legal forms of the other applicants, with their law and what they do.
  private static let others: [(form: String, law: String, activity: String, title: String)] = [
    ("cooperative", "prive", "insertion", "Coopérative"),
    ("association", "prive", "centre_social", "Centre social"),
    ("association", "prive", "insertion", "Chantier d’insertion"),
    ("fondation", "prive", "culture", "Fondation"), ("mutuelle", "prive", "sante", "Mutuelle"),
    ("societe", "prive", "insertion", "Entreprise d’insertion"),
    ("groupement", "public", "formation", "Groupement d’intérêt public"),
  ]

  let kind: String
  let number: Int
  let offset: Int
  let places: SeasonPlaces
  /// Opening of the call: bodies are older.
  let opening: Day

  func draw(in commune: Int, _ random: inout SplitMix64) -> DrawnBody {
    switch kind {
    case "association": association(in: commune, &random)
    case "etablissement_public": establishment(&random)
    case "bailleur": landlord(&random)
    default: other(in: commune, &random)
    }
  }

  private var siren: String { InventedIdentifiers.applicantSIREN(rank: number, offset: offset) }

  private func rna(in commune: Int) -> String {
    InventedIdentifiers.rna(insee: places.communes[commune].insee, rank: number, offset: offset)
  }

  private func age(_ random: inout SplitMix64) -> Day {
    opening.adding(days: -random.within(400...14_000))
  }

  private func association(in commune: Int, _ random: inout SplitMix64) -> DrawnBody {
    let name = associationName(commune: commune, &random)
    let employees = [0, 0, 0, 1, 1, 2, 3, 5, 8, 14][random.below(10)]
    let yearly = Cents(euros: Int64(random.within(20...160) * 100 + employees * 31_000))
    var body = DrawnBody(
      name: name, siren: siren, holder: name,
      roles: ["président", "trésorier", "secrétaire", "directeur"], isPrivate: true,
      signsCommitment: true)
    body.association = GeneratedApplicant.Association(
      rna: rna(in: commune), declaredOn: age(&random), members: random.within(7...240),
      volunteers: random.within(3...45), employees: employees, yearlyBudget: yearly)
    if random.happens(percent: 30) {
      body.extras.append(Extra("volontaires", String(random.within(1...4))))
    }
    if employees > 0 {
      body.extras.append(Extra("emplois_aides", String(random.within(0...employees))))
      body.extras.append(Extra("etpt", "\(employees - 1),\(random.within(1...9))"))
    }
    if random.happens(percent: 60) {
      let share = BasisPoints(Int64(random.within(20...85) * 100))
      body.extras.append(Self.grants(share.share(of: yearly, rounding: .down)))
    }
    return body
  }

  private func associationName(commune: Int, _ random: inout SplitMix64) -> String {
    let base = "\(random.pick(NameFragments.heads)) \(random.pick(NameFragments.tails))"
    guard random.happens(percent: 65) else { return base }
    let site = places.sitesOfCommune[commune].first.map { places.sites[$0].name }
    let place =
      random.happens(percent: 50) ? places.communes[commune].name : site ?? "quartier"
    return "\(base) – \(place)"
  }

  private func establishment(_ random: inout SplitMix64) -> DrawnBody {
    let model = random.pick(Self.establishments)
    let name = "\(model.title) \(random.pick(NameFragments.tails))"
    var body = DrawnBody(
      name: name, siren: siren, holder: "Agent comptable, \(name)", roles: [model.role])
    body.extras.append(Extra("categorie", model.category))
    if model.category == "college" || model.category == "lycee" {
      let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(random.below(26))))
      body.extras.append(
        Extra("uai", InventedIdentifiers.padded(random.below(10_000_000), 7) + letter))
    }
    return body
  }

  private func landlord(_ random: inout SplitMix64) -> DrawnBody {
    let name = "\(random.pick(Self.landlords)) \(random.pick(NameFragments.tails))"
    let isPrivate = random.happens(percent: 60)
    let form = isPrivate ? random.pick(["societe", "societe", "cooperative"]) : "office_public"
    var body = DrawnBody(
      name: name, siren: siren, holder: name, roles: ["directeur général", "directeur"],
      isPrivate: isPrivate)
    body.extras = [
      Extra("droit", isPrivate ? "prive" : "public"), Extra("forme", form),
      Extra("logements", String(random.within(20...400) * 10)),
    ]
    if isPrivate, random.happens(percent: 50) {
      body.extras.append(Self.grants(Cents(euros: Int64(random.within(5...180) * 1_000))))
    }
    return body
  }

  private func other(in commune: Int, _ random: inout SplitMix64) -> DrawnBody {
    let model = random.pick(Self.others)
    let name = "\(model.title) \(random.pick(NameFragments.tails))"
    let isAssociation = model.form == "association"
    var body = DrawnBody(
      name: name, siren: siren, holder: name,
      roles: model.form == "societe" ? ["gérant"] : ["président", "directeur"],
      isPrivate: model.law == "prive",
      signsCommitment: isAssociation || model.form == "fondation")
    body.extras = [
      Extra("forme", model.form), Extra("droit", model.law), Extra("activite", model.activity),
    ]
    if isAssociation {
      body.extras.append(Extra("rna", rna(in: commune)))
      body.extras.append(Extra("date_declaration", age(&random).iso))
    }
    let employees = random.within(2...40)
    body.extras.append(Extra("salaries", String(employees)))
    if body.isPrivate, random.happens(percent: 60) {
      body.extras.append(Self.grants(Cents(euros: Int64(employees * random.within(2...9) * 1_000))))
    }
    return body
  }

  private static func grants(_ amount: Cents) -> Extra {
    Extra("subventions_annuelles", String(amount.rawValue / 100))
  }
}
