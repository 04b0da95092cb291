/// The bounds within which a workbook is read: it comes from anyone.
enum WorkbookLimit {
  /// Bytes of the file itself.
  static let file = 8 << 20
  /// Entries of the archive; a spreadsheet with pictures has a few dozen.
  static let entries = 1000
  /// Bytes of `content.xml` once inflated.
  static let content = 16 << 20
  /// Bytes of the list of parts once inflated.
  static let manifest = 1 << 20
  /// Bytes of the `mimetype` entry.
  static let mediaType = 256
  /// Inflated bytes for one byte of the file, beyond ``ratioFloor``.
  static let ratio = 250
  /// Inflated bytes below which any ratio is honest: a blank form repeats itself a lot.
  static let ratioFloor = 2 << 20
  /// Levels of elements.
  static let depth = 64
  /// Bytes of one tag, comment or attribute.
  static let pending = 256 * 1024
  /// Bytes of text in one cell.
  static let cell = 1 << 20
  /// Bytes of text in the whole workbook: white space told as elements weighs more than it is written.
  static let text = 16 << 20
  /// Rows of one list or table: the form itself admits fewer, and says so.
  static let rows = 1000
  /// Digits before the point of a number.
  static let digits = 30
}
