import Dossiers
import Store
import Vocabulary

extension DossierSheet {
  /// One dossier as JSON (`docs/formats/listes.md`); bank details are not shown.
  public var json: String {
    let project = application.project
    var sheet = JSONObject()
    sheet.add("numero", receipt.number.text)
    sheet.add("etape", stage.rawValue)
    sheet.add("depose_le", depositedAt.rfc3339)
    sheet.add("version", receipt.version)
    sheet.add("version_recue_le", receipt.receivedAt.rfc3339)
    sheet.add("empreinte", receipt.fingerprint)
    sheet.add("porteur", applicantObject)
    sheet.add("titre", project.title)
    sheet.add("objectif", project.objective)
    sheet.add("objectifs_secondaires", project.secondaryObjectives)
    sheet.add("debut", project.start?.iso)
    sheet.add("fin", project.end?.iso)
    sheet.add("communes", project.places.communes)
    sheet.add("quartiers", project.places.districts)
    sheet.add("personnes", project.audience.count)
    sheet.add("part_qpv_bp", (project.audience.districtShare?.count).map { Int($0) })
    sheet.add("cout_centimes", application.budget.cost)
    sheet.add("acquis_centimes", application.plan.securedTotal)
    sheet.add("demande_centimes", application.need)
    sheet.add("demandes", shownRequests.map(Self.object))
    sheet.add("rang", rankedCard?.rank)
    sheet.add("lignes", fundingLines.map(Self.object))
    let papers = pieces.objects
    sheet.add("pieces", papers.present)
    sheet.add("pieces_manquantes", papers.missing)
    sheet.add("complements_demandes", requests.map(Self.object))
    sheet.add("constats", json: FindingText.list(findings ?? []))
    return sheet.text + "\n"
  }

  private var applicantObject: JSONObject {
    var applicant = JSONObject()
    applicant.add("nom", application.applicant.name)
    applicant.add("type", application.applicant.kind)
    applicant.add("siret", application.applicant.siret)
    return applicant
  }

  private static func object(_ request: FinancingPlan.Request) -> JSONObject {
    var object = JSONObject()
    object.add("financeur", request.funder)
    object.add("commune", request.commune)
    object.add("montant_centimes", request.amount)
    return object
  }

  private static func object(_ record: CompletionRecord) -> JSONObject {
    var object = JSONObject()
    object.add("motif", record.request.motive)
    object.add("pieces", record.request.pieces)
    object.add("avant", record.request.dueOn.iso)
    object.add("demande_le", record.askedAt.rfc3339)
    return object
  }

  private static func object(_ line: FundingLineRecord) -> JSONObject {
    var object = JSONObject()
    object.add("enveloppe", line.purse)
    object.add("demande_centimes", line.requested)
    object.add("accorde_centimes", line.granted)
    object.add("fermete", line.firmness)
    return object
  }
}
