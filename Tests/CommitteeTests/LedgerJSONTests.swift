import Committee
import Dossiers
import Foundation
import Testing
import Vocabulary

@Suite struct `The ledger as JSON` {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test(arguments: SmallSession.ledger + DebatedSession.ledger)
  func `gives every event back`(recorded: RecordedEvent) throws {
    let text = try json(recorded)
    #expect(try JSONDecoder().decode(RecordedEvent.self, from: Data(text.utf8)) == recorded)
  }

  @Test func `covers every type in these tests`() {
    let types = (SmallSession.ledger + DebatedSession.ledger).map(\.event.type)
    #expect(Set(types) == Set(SessionEventType.allCases))
    #expect(throws: Never.self) { try SessionState.replay(DebatedSession.ledger) }
  }

  @Test func `keeps its French names`() throws {
    #expect(
      try json(SmallSession.ledger[6])
        == #"{"acteur":"secretaire","evenement":{"decision":"accorde","dossier":"2016-0001","#
        + #""montants":[{"enveloppe":"CAF","montant_centimes":400000}],"type":"decision"},"#
        + #""horodatage":"2016-02-29T09:06:00+01:00","sequence":7}"#)
    #expect(
      try json(SmallSession.ledger[10].event)
        == #"{"bulletins":[{"choix":"contre","membre":"ETAT"}],"enveloppes":["ETAT"],"#
        + #""sujet":{"dossier":"2016-0003"},"type":"vote"}"#)
    #expect(
      try json(SmallSession.ledger[4].event)
        == #"{"empreinte":"ab12","id":"P1","montants":["#
        + #"{"dossier":"2016-0001","enveloppe":"CAF","montant_centimes":400000},"#
        + #"{"dossier":"2016-0002","enveloppe":"ETAT","montant_centimes":100000}],"#
        + #""refus":[{"dossier":"2016-0003","motif":"Score inférieur au seuil."}],"#
        + #""strategie":"rang","type":"proposition"}"#)
  }

  @Test func `names an event it does not know`() {
    #expect(throws: UnknownSessionEvent(type: "pouvoir")) {
      try JSONDecoder().decode(SessionEvent.self, from: Data(#"{"type":"pouvoir"}"#.utf8))
    }
  }

  @Test func `refuses an event without its facts`() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(SessionEvent.self, from: Data(#"{"type":"presence"}"#.utf8))
    }
  }
}
