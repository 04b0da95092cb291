/// The parts of the package beside its content (OpenDocument 1.2, part 3).
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  static let namespaces = [
    ("office", "office:1.0"), ("table", "table:1.0"), ("text", "text:1.0"), ("style", "style:1.0"),
    ("fo", "xsl-fo-compatible:1.0"), ("number", "datastyle:1.0"), ("svg", "svg-compatible:1.0"),
    ("meta", "meta:1.0"), ("config", "config:1.0"), ("of", "of:1.2"),
  ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1)\"" }.joined(separator: " ")

  static let manifest =
    declaration
      + """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
      <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="\(DossierWorkbook.mediaType)"/>
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
      <manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
      <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
      </manifest:manifest>

      """

  static func meta(title: String) -> String {
    """
    \(declaration)<office:document-meta \(namespaces) xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">\
    <office:meta><meta:generator>aap</meta:generator><dc:title>\(escaped(title))</dc:title>\
    <dc:language>fr-FR</dc:language></office:meta></office:document-meta>

    """
  }

  /// The view: heads that stay in sight, and the first sheet shown first.
  static func settings(of sheets: [Sheet]) -> String {
    let tables = sheets.filter { $0.headRows > 0 }.map { sheet in
      """
      <config:config-item-map-entry config:name="\(escaped(sheet.name))">\
      \(item("CursorPositionX", "int", 2))\(item("CursorPositionY", "int", sheet.headRows))\
      \(item("HorizontalSplitMode", "short", 0))\(item("VerticalSplitMode", "short", 2))\
      \(item("HorizontalSplitPosition", "int", 0))\(item("VerticalSplitPosition", "int", sheet.headRows))\
      \(item("ActiveSplitRange", "short", 2))\(item("PositionLeft", "int", 0))\
      \(item("PositionRight", "int", 0))\(item("PositionTop", "int", 0))\
      \(item("PositionBottom", "int", sheet.headRows))</config:config-item-map-entry>
      """
    }
    return """
      \(declaration)<office:document-settings \(namespaces) xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2">\
      <office:settings><config:config-item-set config:name="ooo:view-settings">\
      <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
      <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>\
      <config:config-item-map-named config:name="Tables">\(tables.joined(separator: "\n"))</config:config-item-map-named>\
      <config:config-item config:name="ActiveTable" config:type="string">\(escaped(sheets.first?.name ?? ""))</config:config-item>\
      \(flags.map { "<config:config-item config:name=\"\($0)\" config:type=\"boolean\">\($1)</config:config-item>" }.joined())\
      </config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>\
      </office:settings></office:document-settings>

      """
  }

  /// What is shown, each said: LibreOffice takes what is left out for « no ».
  private static let flags = [
    ("ShowGrid", false), ("ShowZeroValues", true), ("ShowNotes", true),
    ("HasColumnRowHeaders", true), ("HasSheetTabs", true), ("IsOutlineSymbolsSet", true),
  ]

  private static func item(_ name: String, _ type: String, _ value: Int) -> String {
    "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)</config:config-item>"
  }

  /// The text for an element or an attribute.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static let font = "Liberation Sans"

  /// French, ten points, A4 across, one page wide, pages numbered.
  static let styles =
    declaration
      + """
      <office:document-styles \(namespaces) office:version="1.2">
      <office:font-face-decls><style:font-face style:name="\(font)" svg:font-family="'\(font)', Arial, sans-serif"/></office:font-face-decls>
      <office:styles><style:default-style style:family="table-cell">\
      <style:text-properties style:font-name="\(font)" fo:font-size="10pt" fo:language="fr" fo:country="FR"/></style:default-style>
      <style:style style:name="Default" style:family="table-cell"/></office:styles>
      <office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties \
      fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" \
      fo:margin="12mm" style:print="objects charts drawings zero-values" style:table-centering="horizontal" \
      style:scale-to-X="1" style:scale-to-Y="0"/>\
      <style:header-style/><style:footer-style><style:header-footer-properties svg:height="8mm" fo:min-height="8mm" fo:margin-left="0mm" fo:margin-right="0mm" fo:margin-top="3mm"/></style:footer-style>\
      </style:page-layout></office:automatic-styles>
      <office:master-styles><style:master-page style:name="Page" style:page-layout-name="A4">\
      <style:header style:display="false"/><style:footer><text:p><text:sheet-name>Feuille</text:sheet-name> – \
      page <text:page-number>1</text:page-number> sur <text:page-count>1</text:page-count></text:p></style:footer>\
      </style:master-page></office:master-styles></office:document-styles>

      """
}
