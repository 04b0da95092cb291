import Foundation
import Store
import TestKit
import Testing

@testable import Desk

@Suite struct `The page of the roles` {
  @Test func `docs/roles.md says what use cases demand; AAP_REGENERER=1 writes it again`() throws {
    let page = try RolesPage()
    if ProcessInfo.processInfo.environment["AAP_REGENERER"] == "1" {
      try Data(page.markdown.utf8).write(to: ProjectRoot.url("docs/roles.md"))
    }
    let written = String(decoding: try ProjectRoot.data("docs/roles.md"), as: UTF8.self)
    #expect(written == page.markdown)
  }

  @Test(arguments: `Each use case demands its roles`.cases)
  func `has the very roles that each act was tried with`(
    useCase: `Each use case demands its roles`.Case
  ) throws {
    let right = try #require(try RolesPage().rights.first { $0.act == useCase.name })
    #expect(right.roles == useCase.roles)
  }

  @Test func `leaves no use case out`() throws {
    let page = try RolesPage()
    // One call is that of the reading of a dossier, whose act each reader names.
    #expect(page.calls.understood == page.calls.all - 1)
    #expect(page.rights.allSatisfy { !$0.roles.isEmpty })
  }
}
