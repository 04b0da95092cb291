import Testing

@testable import Documents

@Suite struct `The page of a comparison` {
  private func view(
    name: String = "Sans la CAF", note: String? = "Ce qui reste.", charts: [PageChart]? = nil
  ) -> ComparisonView {
    let chart = PageChart(
      title: "Montant attribué",
      bars: [
        PageChart.Bar(name: "Base", value: "10,00 €", length: 1000),
        PageChart.Bar(name: name, value: "2,50 €", length: 250),
        PageChart.Bar(name: "Rien", value: "0,00 €", length: 0),
      ], scale: 1000)
    return ComparisonView(
      title: "Comparaison", summary: "Deux projets.", notes: ["Une remarque."],
      charts: charts ?? [chart, chart],
      tables: [
        PageTable(
          title: "Enveloppes", note: note,
          columns: [PageTable.Cell("Enveloppe"), PageTable.Cell("Base", isNumber: true)],
          rows: [[PageTable.Cell(name), PageTable.Cell("10,00 €", isNumber: true)]])
      ])
  }

  @Test func `reads as expected, whole`() throws {
    let page = try TestFiles.templates().comparison(view())
    #expect(try page == TestFiles.expected("comparaison.html", recording: page))
  }

  @Test func `escapes what people typed, in texts and in attributes`() throws {
    let page = try TestFiles.templates().comparison(
      view(name: "<script>\"&'", note: "{{titre}} <b>"))
    #expect(page.contains("<script") == false)
    #expect(page.contains("<b>") == false)
    #expect(page.contains("<th scope=\"row\">&lt;script&gt;&quot;&amp;&#39;</th>"))
    #expect(page.contains("<text x=\"0\" y=\"57\">&lt;script&gt;&quot;&amp;&#39;</text>"))
    #expect(page.contains("<p>{{titre}} &lt;b&gt;</p>"))
  }

  @Test func `shows no note and no chart that is not there`() throws {
    let page = try TestFiles.templates().comparison(view(note: nil, charts: []))
    #expect(page.contains("En images") == false)
    #expect(page.contains("<svg") == false)
    #expect(page.contains("<h2>Enveloppes</h2>\n<div"))
  }

  @Test(
    arguments: [
      (1000, 1000, 440), (250, 1000, 110), (0, 1000, 0), (5, 0, 0), (2000, 1000, 440),
      (.max, .max, 440),
    ] as [(Int64, Int64, Int64)])
  func `draws bars to the scale, in whole units`(length: Int64, scale: Int64, width: Int64) {
    let chart = PageChart(
      title: "", bars: [PageChart.Bar(name: "", value: "", length: length)], scale: scale)
    #expect(chart.bars.map(\.width) == [width])
  }
}
