// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2
import PackageDescription

/// Language settings shared by every target of ours.
///
/// Warnings are errors when `CI` is set; release builds link the standard library statically, which
/// is what makes `aap` start in a few milliseconds (docs/dev/adr/0003-demarrage.md).
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// One line per module: its name, then everything it may import.
func module(
  _ name: String, imports: String..., external: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) } + external, swiftSettings: strict)
}

/// The tests of one module, which may also import what the module imports.
func tests(
  of name: String, imports: String..., external: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestKit"] + imports).map { .byName(name: $0) } + external,
    exclude: exclude, swiftSettings: strict)
}

extension Target.Dependency {
  static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
  static let crypto = product(name: "Crypto", package: "swift-crypto")
  static let grdb = product(name: "GRDB", package: "GRDB.swift")
  static let mustache = product(name: "Mustache", package: "swift-mustache")
  static let yams = product(name: "Yams", package: "Yams")
}

let package = Package(
  name: "aap",
  products: [.executable(name: "aap", targets: ["aap"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),

    module("Vocabulary"),
    module("Contract", imports: "Vocabulary", external: [.yams]),
    module("Forms", imports: "Contract", "Vocabulary"),
    module("Dossiers", imports: "Forms", "Contract", "Vocabulary"),
    module("Rules", imports: "Dossiers", "Forms", "Contract", "Vocabulary"),
    module("Matching", imports: "Dossiers", "Contract", "Vocabulary", "CSnowball"),
    module("Scoring", imports: "Matching", "Dossiers", "Contract", "Vocabulary"),
    module("Solver"),
    module("Allocation", imports: "Solver", "Vocabulary"),
    module("Committee", imports: "Dossiers", "Contract", "Vocabulary"),
    module("Exchange", imports: "Forms", "Contract", "Vocabulary", "CLibXML2", "CLibZip"),
    module(
      "Documents", imports: "Committee", "Dossiers", "Contract", "Vocabulary",
      external: [.mustache]),
    module(
      "Store", imports: "Committee", "Dossiers", "Contract", "Vocabulary",
      external: [.grdb, .crypto]),
    module(
      "Desk",
      imports: "Store", "Documents", "Exchange", "Committee", "Allocation", "Scoring", "Matching",
      "Rules", "Dossiers", "Forms", "Contract", "Vocabulary"),
    .executableTarget(
      name: "aap",
      dependencies: [
        "Desk", "Documents", "Store", "Exchange", "Committee", "Allocation", "Scoring", "Matching",
        "Dossiers", "Contract", "Vocabulary", .argumentParser,
      ],
      swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(
          ["-static-stdlib", "-Xclang-linker", "-no-pie"], .when(configuration: .release))
      ]),

    .target(
      name: "TestKit",
      dependencies: ["Vocabulary", "Contract", "Forms", "Dossiers"],
      path: "Tests/TestKit", swiftSettings: strict),
    tests(of: "Vocabulary"),
    tests(of: "Contract", imports: "Vocabulary"),
    tests(of: "Forms", imports: "Contract", "Vocabulary"),
    tests(of: "Dossiers", imports: "Forms", "Contract", "Vocabulary"),
    tests(of: "Rules", imports: "Dossiers", "Forms", "Contract", "Vocabulary"),
    tests(of: "Matching", imports: "Dossiers", "Forms", "Contract", "Vocabulary"),
    tests(of: "Scoring", imports: "Matching", "Dossiers", "Forms", "Contract", "Vocabulary"),
    tests(of: "Solver"),
    tests(of: "Allocation", imports: "Vocabulary"),
    tests(of: "Committee", imports: "Dossiers", "Contract", "Vocabulary"),
    tests(of: "Exchange", imports: "Forms", "Contract", "Vocabulary"),
    tests(
      of: "Documents", imports: "Committee", "Dossiers", "Contract", "Vocabulary",
      exclude: ["Expected"]),
    tests(
      of: "Store", imports: "Committee", "Dossiers", "Contract", "Vocabulary", external: [.grdb]),
    tests(
      of: "Desk",
      imports: "Store", "Documents", "Exchange", "Committee", "Allocation", "Scoring", "Matching",
      "Rules", "Dossiers", "Forms", "Contract", "Vocabulary"),
    .testTarget(
      name: "CommandTests", dependencies: ["aap", "TestKit", "Contract", "Vocabulary", .grdb],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
