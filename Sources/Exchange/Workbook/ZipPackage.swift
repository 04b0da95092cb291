import CLibZip

/// Packs entries into a zip archive in memory; the same entries give the same bytes.
struct ZipPackage {
  /// The library is missing, or could not build the archive for want of memory.
  struct Unpackable: Error {}

  /// The only day an archive tells: 1 January 1980, the first that the format knows.
  private static let day = UInt16(1 << 5 | 1)

  private var entries: [(name: String, bytes: [UInt8], isStored: Bool)] = []

  /// Adds an entry; `isStored` leaves it uncompressed.
  mutating func add(_ name: String, _ bytes: [UInt8], isStored: Bool = false) {
    entries.append((name, bytes, isStored))
  }

  /// The whole archive, entries in the order given.
  func packed() throws -> [UInt8] {
    guard aap_zip_is_there() != 0 else { throw Unpackable() }
    var error = zip_error_t()
    aap_zip_error_init(&error)
    defer { aap_zip_error_fini(&error) }
    guard let target = aap_zip_source_buffer_create(nil, 0, 0, &error) else { throw Unpackable() }
    defer { aap_zip_source_free(target) }
    guard let archive = aap_zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      throw Unpackable()
    }
    // The archive would otherwise free the bytes it has just written.
    aap_zip_source_keep(target)
    let buffers = entries.map { Buffer($0.bytes) }
    for (entry, buffer) in zip(entries, buffers) {
      guard Self.put(entry.name, buffer, isStored: entry.isStored, in: archive) else {
        aap_zip_discard(archive)
        throw Unpackable()
      }
    }
    guard aap_zip_close(archive) == 0 else {
      aap_zip_discard(archive)
      throw Unpackable()
    }
    return try withExtendedLifetime(buffers) { try Self.bytes(of: target) }
  }

  private static func put(
    _ name: String, _ buffer: Buffer, isStored: Bool, in archive: OpaquePointer
  ) -> Bool {
    guard
      let source = aap_zip_source_buffer(
        archive, buffer.bytes.baseAddress, UInt64(buffer.bytes.count), 0)
    else { return false }
    let place = aap_zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      aap_zip_source_free(source)
      return false
    }
    let method = isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    return aap_zip_set_file_compression(archive, UInt64(place), method, isStored ? 0 : 9) == 0
      && aap_zip_file_set_dostime(archive, UInt64(place), 0, day, 0) == 0
  }

  private static func bytes(of source: OpaquePointer) throws -> [UInt8] {
    var status = zip_stat_t()
    aap_zip_stat_init(&status)
    guard aap_zip_source_stat(source, &status) == 0, aap_zip_source_open(source) == 0 else {
      throw Unpackable()
    }
    defer { aap_zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    var read = 0
    while read < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Int(
          aap_zip_source_read(
            source, buffer.baseAddress?.advanced(by: read), UInt64(buffer.count - read)))
      }
      guard count > 0 else { throw Unpackable() }
      read += count
    }
    return bytes
  }

  /// Bytes that stay in place until the archive is closed, which is when they are read.
  private final class Buffer {
    let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
      self.bytes = .allocate(capacity: bytes.count)
      _ = self.bytes.initialize(from: bytes)
    }

    deinit { bytes.deallocate() }
  }
}
