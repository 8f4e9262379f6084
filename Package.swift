// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A wing or a floor of the house: its arrows are the imports that the compiler allows.
func room(_ name: String, _ below: [Target.Dependency] = [], _ resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: below, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ below: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: below, swiftSettings: settings)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The English words of a room; see `docs/design.md`. Copied as it is: no tool has to compile it.
let texts = Resource.copy("Localizable.xcstrings")

let package = Package(
    name: "regio-aan-zet",
    defaultLocalization: "nl",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "regio", targets: ["regio"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium", path: "Sources/CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CZip", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", path: "Sources/CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CQrencode", path: "Sources/CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        room("Files", ["CZip", "CXlsxWriter"]),
        room("Markup"),
        room("Insight"),
        room("Database", [grdb, sqlite, logging]),
        room("Site", ["Files", "Markup", "Database", "CSodium", "CCurl", "CQrencode", hummingbird, httpTypes, logging, nio, nioPosix], [.copy("Assets"), texts]),
        room("Membership", ["Site", "Files", "Markup", "Database"], [texts]),
        room("Actions", ["Membership", "Site", "Files", "Markup", "Database"], [texts]),
        room("Scan", ["Actions", "Membership", "Site", "Files", "Insight", "Markup", "Database", yams], [texts]),
        room(
            "App",
            ["Scan", "Actions", "Membership", "Site", "Database", "Markup", hummingbird, hummingbirdCore, logging, lifecycle, httpTypes, nio, nioHTTPTypes]),
        .executableTarget(
            name: "regio",
            dependencies: ["App", .product(name: "ArgumentParser", package: "swift-argument-parser"), logging],
            swiftSettings: settings),

        tests("Files", ["Files", "Markup", "Site", "TestHouse"]),
        tests("Markup", ["Markup"]),
        tests("Insight", ["Insight"]),
        tests("Database", ["Database"]),
        tests("Site", ["Site", "Files", "Markup", "Database", "TestHouse"]),
        tests("Membership", ["App", "Membership", "Site", "Markup", "Database", "TestHouse"]),
        tests("Actions", ["Actions", "Files", "Membership", "Site", "Database", "Markup", "TestHouse"]),
        tests("Scan", ["Scan", "Files", "Insight", "Actions", "Membership", "Site", "Database", "Markup", "TestHouse"]),
        tests("App", ["App", "Scan", "Actions", "Membership", "Site", "Database", "Markup", "TestHouse", httpTypes, logging]),
        .target(
            name: "TestHouse",
            dependencies: ["App", "Scan", "Membership", "Actions", "Site", "Database", "Markup", grdb, hummingbird, logging, nio, nioEmbedded, httpTypes],
            path: "Tests/TestHouse", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
