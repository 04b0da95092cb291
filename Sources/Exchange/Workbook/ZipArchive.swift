import CLibZip
import Contract

/// The entries of a zip archive in memory, each inflated within bounds.
///
/// What the archive declares about sizes is never believed: bytes are counted as they come.
struct ZipArchive {
  private let archive: OpaquePointer
  private let size: Int
  /// Names of the entries, in the archive's order.
  let names: [String]

  /// Opens an archive for the time of `body`.
  ///
  /// - Throws: why it is no archive, or what `body` throws.
  static func read<Value>(
    _ bytes: [UInt8], _ body: (ZipArchive) throws(UnreadableSource) -> Value
  ) throws(UnreadableSource) -> Value {
    guard aap_zip_is_there() != 0 else { throw WorkbookObstacle.noLibrary.source }
    var result: Result<Value, UnreadableSource> = .failure(WorkbookObstacle.damaged.source)
    bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      aap_zip_error_init(&error)
      defer { aap_zip_error_fini(&error) }
      guard
        let source = aap_zip_source_buffer_create(
          buffer.baseAddress, UInt64(buffer.count), 0, &error)
      else { return }
      guard let archive = aap_zip_open_from_source(source, ZIP_RDONLY, &error) else {
        aap_zip_source_free(source)
        return
      }
      defer { aap_zip_discard(archive) }
      do throws(UnreadableSource) {
        result = .success(try body(try ZipArchive(archive, size: buffer.count)))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ archive: OpaquePointer, size: Int) throws(UnreadableSource) {
    self.archive = archive
    self.size = size
    let count = Int(aap_zip_get_num_entries(archive, 0))
    guard count <= WorkbookLimit.entries else { throw WorkbookObstacle.tooManyEntries.source }
    names = (0..<count).map { index in
      aap_zip_get_name(archive, UInt64(index), UInt32(ZIP_FL_ENC_RAW)).map { String(cString: $0) }
        ?? ""
    }
  }

  /// The bytes of the only entry of this name; `nil` when there is none.
  ///
  /// - Throws: when it appears twice, is encrypted, is spoilt or inflates beyond `limit` bytes.
  func entry(_ name: String, limit: Int) throws(UnreadableSource) -> [UInt8]? {
    let places = names.indices.filter { names[$0] == name }
    guard let place = places.first else { return nil }
    guard places.count == 1 else { throw WorkbookObstacle.damaged.source }
    guard !isEncrypted(place) else { throw WorkbookObstacle.encrypted.source }
    guard let file = aap_zip_fopen_index(archive, UInt64(place), 0) else {
      throw WorkbookObstacle.damaged.source
    }
    defer { aap_zip_fclose(file) }
    return try inflated(file, limit: limit)
  }

  private func isEncrypted(_ place: Int) -> Bool {
    var status = zip_stat_t()
    aap_zip_stat_init(&status)
    guard aap_zip_stat_index(archive, UInt64(place), 0, &status) == 0 else { return false }
    return status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0
      && Int32(status.encryption_method) != ZIP_EM_NONE
  }

  private func inflated(_ file: OpaquePointer, limit: Int) throws(UnreadableSource) -> [UInt8] {
    let most = min(limit, max(WorkbookLimit.ratioFloor, size * WorkbookLimit.ratio))
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Int(aap_zip_fread(file, &piece, UInt64(piece.count)))
      // A wrong checksum or a spoilt stream shows here.
      guard count >= 0 else { throw WorkbookObstacle.damaged.source }
      guard count > 0 else { return content }
      guard content.count + count <= most else { throw WorkbookObstacle.tooBig.source }
      content += piece[..<count]
    }
  }
}
