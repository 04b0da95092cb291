/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef AAP_CLIBZIP_SHIM_H
#define AAP_CLIBZIP_SHIM_H

#include <dlfcn.h>
#include <zip.h>

/*
 * libzip is loaded at its first use: linked, it and the four libraries it brings along would cost every
 * start of the program as much as the start itself (docs/dev/adr/0014).
 */
static inline void *aap_zip_symbol(const char *name) {
  static void *library = NULL;
  if (library == NULL) library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  return library == NULL ? NULL : dlsym(library, name);
}

/* Whether the library is there; nothing below may be called otherwise. */
static inline int aap_zip_is_there(void) { return aap_zip_symbol("zip_open_from_source") != NULL; }

#define AAP_ZIP(name) ((__typeof__(&name))aap_zip_symbol(#name))

static inline zip_source_t *aap_zip_source_buffer_create(const void *bytes, zip_uint64_t size, int frees, zip_error_t *error) {
  return AAP_ZIP(zip_source_buffer_create)(bytes, size, frees, error);
}

static inline zip_t *aap_zip_open_from_source(zip_source_t *source, int flags, zip_error_t *error) {
  return AAP_ZIP(zip_open_from_source)(source, flags, error);
}

static inline void aap_zip_error_init(zip_error_t *error) {
  AAP_ZIP(zip_error_init)(error);
}

static inline void aap_zip_error_fini(zip_error_t *error) {
  AAP_ZIP(zip_error_fini)(error);
}

static inline void aap_zip_source_free(zip_source_t *source) {
  AAP_ZIP(zip_source_free)(source);
}

static inline void aap_zip_source_keep(zip_source_t *source) {
  AAP_ZIP(zip_source_keep)(source);
}

static inline void aap_zip_discard(zip_t *archive) {
  AAP_ZIP(zip_discard)(archive);
}

static inline int aap_zip_close(zip_t *archive) {
  return AAP_ZIP(zip_close)(archive);
}

static inline zip_int64_t aap_zip_get_num_entries(zip_t *archive, zip_flags_t flags) {
  return AAP_ZIP(zip_get_num_entries)(archive, flags);
}

static inline const char *aap_zip_get_name(zip_t *archive, zip_uint64_t place, zip_flags_t flags) {
  return AAP_ZIP(zip_get_name)(archive, place, flags);
}

static inline zip_source_t *aap_zip_source_buffer(zip_t *archive, const void *bytes, zip_uint64_t size, int frees) {
  return AAP_ZIP(zip_source_buffer)(archive, bytes, size, frees);
}

static inline zip_int64_t aap_zip_file_add(zip_t *archive, const char *name, zip_source_t *source, zip_flags_t flags) {
  return AAP_ZIP(zip_file_add)(archive, name, source, flags);
}

static inline int aap_zip_set_file_compression(zip_t *archive, zip_uint64_t place, zip_int32_t method, zip_uint32_t flags) {
  return AAP_ZIP(zip_set_file_compression)(archive, place, method, flags);
}

static inline int aap_zip_file_set_dostime(zip_t *archive, zip_uint64_t place, zip_uint16_t time, zip_uint16_t day, zip_flags_t flags) {
  return AAP_ZIP(zip_file_set_dostime)(archive, place, time, day, flags);
}

static inline zip_file_t *aap_zip_fopen_index(zip_t *archive, zip_uint64_t place, zip_flags_t flags) {
  return AAP_ZIP(zip_fopen_index)(archive, place, flags);
}

static inline int aap_zip_fclose(zip_file_t *file) {
  return AAP_ZIP(zip_fclose)(file);
}

static inline zip_int64_t aap_zip_fread(zip_file_t *file, void *bytes, zip_uint64_t size) {
  return AAP_ZIP(zip_fread)(file, bytes, size);
}

static inline void aap_zip_stat_init(zip_stat_t *status) {
  AAP_ZIP(zip_stat_init)(status);
}

static inline int aap_zip_stat_index(zip_t *archive, zip_uint64_t place, zip_flags_t flags, zip_stat_t *status) {
  return AAP_ZIP(zip_stat_index)(archive, place, flags, status);
}

static inline int aap_zip_source_stat(zip_source_t *source, zip_stat_t *status) {
  return AAP_ZIP(zip_source_stat)(source, status);
}

static inline int aap_zip_source_open(zip_source_t *source) {
  return AAP_ZIP(zip_source_open)(source);
}

static inline int aap_zip_source_close(zip_source_t *source) {
  return AAP_ZIP(zip_source_close)(source);
}

static inline zip_int64_t aap_zip_source_read(zip_source_t *source, void *bytes, zip_uint64_t size) {
  return AAP_ZIP(zip_source_read)(source, bytes, size);
}

#undef AAP_ZIP

#endif
