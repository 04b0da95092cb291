extension String {
  /// Folded letters and digits alone, to tell whether two names are the same.
  public var lettersOnly: String {
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil { result.append(scalar) }
    }
    return String(result)
  }
}
