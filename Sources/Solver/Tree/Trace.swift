import Foundation

func trace(_ text: @autoclosure () -> String) {
  guard ProcessInfo.processInfo.environment["TRACE"] != nil else { return }
  FileHandle.standardError.write(
    Data(
      "[\(String(format: "%.3f", Date().timeIntervalSince1970.truncatingRemainder(dividingBy: 1000)))] \(text())\n"
        .utf8))
}
