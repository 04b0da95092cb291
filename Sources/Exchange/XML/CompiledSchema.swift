import CLibXML2
public import Vocabulary

/// An XSD ready to validate documents; several validations may share it, on several threads.
public final class CompiledSchema: @unchecked Sendable {
  // Neither is changed once compiled: the library only reads them while validating.
  let pointer: xmlSchemaPtr
  private let document: xmlDocPtr

  /// Compiles the bytes of a schema that imports no other.
  ///
  /// - Parameters:
  ///   - xsd: the schema.
  ///   - name: the file's name, for messages.
  /// - Throws: a refusal listing what the library says against the schema.
  public init(xsd: [UInt8], name: String) throws(Refusal) {
    let faults = FaultBox()
    guard XMLLibrary.isReady, let compiled = Self.compile(xsd, faults: faults) else {
      throw Refusal(faults.findings(file: name))
    }
    (document, pointer) = compiled
  }

  deinit {
    xmlSchemaFree(pointer)
    xmlFreeDoc(document)
  }

  /// The schema, and the document that it goes on pointing into.
  private static func compile(
    _ xsd: [UInt8], faults: FaultBox
  ) -> (document: xmlDocPtr, schema: xmlSchemaPtr)? {
    var sink = aap_xml_fault_sink(
      owner: Unmanaged.passUnretained(faults).toOpaque(),
      handler: { owner, fault in
        guard let owner, let fault else { return }
        Unmanaged<FaultBox>.fromOpaque(owner).takeUnretainedValue().keep(fault.pointee)
      }, parser: nil)
    return withUnsafeMutablePointer(to: &sink) { sink in
      guard let document = aap_xml_read_document(xsd, Int32(xsd.count), sink) else { return nil }
      if let schema = compile(document, sink: sink) { return (document, schema) }
      xmlFreeDoc(document)
      return nil
    }
  }

  private static func compile(
    _ document: xmlDocPtr, sink: UnsafeMutablePointer<aap_xml_fault_sink>
  ) -> xmlSchemaPtr? {
    guard let context = xmlSchemaNewDocParserCtxt(document) else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    aap_xml_hear_schema(context, sink)
    return xmlSchemaParse(context)
  }
}

/// What the library said while a schema was compiled.
private final class FaultBox {
  private var faults: [(line: Int, text: String)] = []

  func keep(_ fault: aap_xml_fault) {
    guard faults.count < FindingLog.limit else { return }
    faults.append((Int(fault.line), XMLFault(fault).original))
  }

  func findings(file: String) -> [Finding] {
    let all = faults.isEmpty ? [(line: 0, text: "unknown error")] : faults
    return all.map { fault in
      Finding(
        code: "schema_illisible", family: .malformed,
        place: Finding.Place(file: file, line: fault.line > 0 ? fault.line : nil),
        message: "Le schéma ne peut pas être compilé (\(fault.text)).",
        remedy: "Rétablissez le schéma livré avec le programme.")
    }
  }
}
