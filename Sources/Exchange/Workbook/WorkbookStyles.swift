/// The looks of the workbook: cells to fill have a frame and a ground of their own.
enum WorkbookStyles {
  /// The style of a cell, as an XML name.
  static func name(of style: CellStyle) -> String { "case-\(style.rawValue)" }

  /// The beginning of `content.xml`: the namespaces and the styles of columns, rows and cells.
  static func contentHead(widths: [Int]) -> String {
    let columns = widths.map {
      style(
        "col\($0)", "table-column",
        "<style:table-column-properties style:column-width=\"\($0)mm\"/>")
    }
    let rows = (0...RowHeight.most).map {
      style(
        "lig\($0)", "table-row",
        "<style:table-row-properties style:row-height=\"\($0 * 44 / 10 + 2)mm\" style:use-optimal-row-height=\"true\"/>"
      )
    }
    let table = style(
      "feuille", "table",
      "<style:table-properties table:display=\"true\" style:writing-mode=\"lr-tb\"/>",
      more: " style:master-page-name=\"Page\"")
    return WorkbookParts.declaration
      + "<office:document-content \(WorkbookParts.namespaces) office:version=\"1.2\"><office:automatic-styles>\n"
      + dataStyles + table + columns.joined() + rows.joined()
      + CellStyle.allCases.map(cellStyle).joined() + "</office:automatic-styles>\n"
  }

  private static func style(
    _ name: String, _ family: String, _ properties: String, more: String = ""
  ) -> String {
    "<style:style style:name=\"\(name)\" style:family=\"\(family)\"\(more)>\(properties)</style:style>\n"
  }

  private static let dataStyles = """
    <number:number-style style:name="n-montant" number:language="fr" number:country="FR">\
    <number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>\
    </number:number-style>
    <number:number-style style:name="n-entier" number:language="fr" number:country="FR">\
    <number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>\
    </number:number-style>
    <number:number-style style:name="n-part"><number:number number:min-integer-digits="1"/></number:number-style>
    <number:date-style style:name="n-jour" number:language="fr" number:country="FR">\
    <number:day number:style="long"/><number:text>/</number:text>\
    <number:month number:style="long"/><number:text>/</number:text>\
    <number:year number:style="long"/></number:date-style>
    <number:text-style style:name="n-texte"><number:text-content/></number:text-style>

    """

  private static func cellStyle(_ style: CellStyle) -> String {
    let data = dataStyle(of: style).map { " style:data-style-name=\"\($0)\"" } ?? ""
    return self.style(
      name(of: style), "table-cell",
      "<style:table-cell-properties \(cellProperties(of: style))/>"
        + "<style:paragraph-properties \(alignment(of: style))/>"
        + "<style:text-properties \(textProperties(of: style))/>",
      more: " style:parent-style-name=\"Default\"\(data)")
  }

  private static func dataStyle(of style: CellStyle) -> String? {
    switch style {
    case .amount, .total: "n-montant"
    case .integer: "n-entier"
    case .percentage: "n-part"
    case .day: "n-jour"
    case .text: "n-texte"
    default: nil
    }
  }

  private static func cellProperties(of style: CellStyle) -> String {
    let inset = "style:vertical-align=\"top\" fo:padding=\"1mm\""
    switch style {
    case .text, .amount, .integer, .percentage, .day:
      return
        "\(inset) fo:wrap-option=\"wrap\" fo:background-color=\"#fff8e1\" fo:border=\"0.75pt solid #8a6d1d\""
    case .header:
      return
        "\(inset) fo:wrap-option=\"wrap\" fo:background-color=\"#1f3a5f\" fo:border=\"0.75pt solid #1f3a5f\""
    case .group: return "\(inset) fo:border-bottom=\"1.5pt solid #1f3a5f\""
    case .question, .child, .help:
      return "\(inset) fo:wrap-option=\"wrap\" fo:border-bottom=\"0.5pt solid #c8ced6\""
    case .total, .totalLabel:
      return
        "\(inset) fo:wrap-option=\"wrap\" fo:background-color=\"#e8edf3\" fo:border-top=\"0.75pt solid #1f3a5f\""
    case .plain: return "\(inset) fo:wrap-option=\"wrap\""
    case .verdict: return "style:vertical-align=\"middle\" fo:padding=\"1mm\""
    case .title: return "style:vertical-align=\"middle\" fo:padding=\"1mm\""
    case .subtitle, .mark: return inset
    }
  }

  private static func alignment(of style: CellStyle) -> String {
    switch style {
    case .amount, .integer, .percentage, .total: "fo:text-align=\"end\""
    case .child: "fo:text-align=\"start\" fo:margin-left=\"5mm\""
    default: "fo:text-align=\"start\" fo:margin-left=\"0mm\""
    }
  }

  private static func textProperties(of style: CellStyle) -> String {
    switch style {
    case .title: "fo:font-size=\"15pt\" fo:font-weight=\"bold\" fo:color=\"#1f3a5f\""
    case .subtitle, .group: "fo:font-size=\"12pt\" fo:font-weight=\"bold\" fo:color=\"#1f3a5f\""
    case .header: "fo:font-weight=\"bold\" fo:color=\"#ffffff\""
    case .help: "fo:font-size=\"9pt\" fo:color=\"#444444\""
    case .total, .totalLabel, .verdict: "fo:font-weight=\"bold\" fo:color=\"#1f3a5f\""
    case .mark: "fo:font-size=\"8pt\" fo:color=\"#666666\""
    case .question, .child, .plain, .text, .amount, .integer, .percentage, .day:
      "fo:color=\"#000000\""
    }
  }
}
