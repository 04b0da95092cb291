/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef AAP_CLIBXML2_SHIM_H
#define AAP_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* The headers would pull in the system's ICU, which clashes with the one inside Foundation. */
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/* What the library complains about, in a shape that no release changes. */
typedef struct {
  int domain;
  int code;
  int level;
  int line;
  int column;
  const char *message;
} aap_xml_fault;

typedef void (*aap_xml_fault_handler)(void *owner, const aap_xml_fault *fault);

/* Where complaints go. `parser` may be null: the line is then the complaint's own. */
typedef struct {
  void *owner;
  aap_xml_fault_handler handler;
  xmlParserCtxtPtr parser;
} aap_xml_fault_sink;

static inline void aap_xml_tell(const aap_xml_fault_sink *sink, const xmlError *error) {
  aap_xml_fault fault;
  if (sink == NULL || error == NULL) return;
  fault.domain = error->domain;
  fault.code = error->code;
  fault.level = error->level;
  fault.line = error->line;
  fault.column = error->domain == XML_FROM_PARSER ? error->int2 : 0;
  if (sink->parser != NULL && sink->parser->input != NULL && error->domain != XML_FROM_PARSER) {
    fault.line = sink->parser->input->line;
  }
  fault.message = error->message;
  sink->handler(sink->owner, &fault);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *aap_xml_error_pointer;
#else
typedef xmlErrorPtr aap_xml_error_pointer;
#endif

static inline void aap_xml_schema_complains(void *sink, aap_xml_error_pointer error) {
  aap_xml_tell((const aap_xml_fault_sink *)sink, error);
}

/* The user data of a parser is its SAX receiver; the sink travels in `_private`. */
static inline void aap_xml_parser_complains(void *receiver, aap_xml_error_pointer error) {
  (void)receiver;
  if (error == NULL || error->ctxt == NULL) return;
  aap_xml_tell((const aap_xml_fault_sink *)((xmlParserCtxtPtr)error->ctxt)->_private, error);
}

static inline xmlParserInputPtr aap_xml_load_nothing(
    const char *url, const char *identifier, xmlParserCtxtPtr parser) {
  (void)url;
  (void)identifier;
  (void)parser;
  return NULL;
}

/* Once a process: readies the library and cuts it from the network and from other files. */
static inline void aap_xml_start(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(aap_xml_load_nothing);
}

static inline void aap_xml_hear_schema(xmlSchemaParserCtxtPtr context, aap_xml_fault_sink *sink) {
  xmlSchemaSetParserStructuredErrors(context, aap_xml_schema_complains, sink);
}

static inline void aap_xml_hear_validation(
    xmlSchemaValidCtxtPtr context, aap_xml_fault_sink *sink) {
  xmlSchemaSetValidStructuredErrors(context, aap_xml_schema_complains, sink);
}

/* A push parser without network, entities nor length limits: the caller bounds what it keeps. */
static inline xmlParserCtxtPtr aap_xml_push_parser(
    const xmlSAXHandler *handlers, void *receiver, aap_xml_fault_sink *sink) {
  xmlSAXHandler sax = *handlers;
  xmlParserCtxtPtr parser;
  sax.initialized = XML_SAX2_MAGIC;
  sax.serror = aap_xml_parser_complains;
  parser = xmlCreatePushParserCtxt(&sax, receiver, NULL, 0, NULL);
  if (parser == NULL) return NULL;
  xmlCtxtUseOptions(parser, XML_PARSE_HUGE | XML_PARSE_NONET);
  parser->_private = sink;
  sink->parser = parser;
  return parser;
}

/* Reads a small trusted document whole, without network nor entities. */
static inline xmlDocPtr aap_xml_read_document(
    const void *bytes, int size, aap_xml_fault_sink *sink) {
  xmlDocPtr document;
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) return NULL;
  parser->sax->serror = aap_xml_parser_complains;
  parser->_private = sink;
  document = xmlCtxtReadMemory(parser, (const char *)bytes, size, NULL, NULL, XML_PARSE_NONET);
  xmlFreeParserCtxt(parser);
  return document;
}

/* Bytes received that wait for the end of a tag, of a comment or of a name. */
static inline size_t aap_xml_pending(xmlParserCtxtPtr parser) {
  if (parser->input == NULL || parser->input->end == NULL) return 0;
  return (size_t)(parser->input->end - parser->input->cur);
}

static inline int aap_xml_line(xmlParserCtxtPtr parser) {
  return parser->input == NULL ? 0 : parser->input->line;
}

/* The line of the `<` of the opening tag being told: attribute values hold no other `<`. */
static inline int aap_xml_tag_line(xmlParserCtxtPtr parser) {
  const xmlChar *mark;
  int line;
  if (parser->input == NULL || parser->input->cur == NULL) return 0;
  line = parser->input->line;
  for (mark = parser->input->cur; mark > parser->input->base && *mark != '<'; mark--) {
    if (mark[-1] == '\n') line--;
  }
  return line;
}

/* Bytes held by the names met so far. */
static inline size_t aap_xml_names_size(xmlParserCtxtPtr parser) {
  return xmlDictGetUsage(parser->dict);
}

/* The encoding named by the document, or null. */
static inline const xmlChar *aap_xml_declared_encoding(xmlParserCtxtPtr parser) {
  if (parser->encoding != NULL) return parser->encoding;
  return parser->input == NULL ? NULL : parser->input->encoding;
}

static inline const xmlChar *aap_xml_intern(xmlParserCtxtPtr parser, const char *name) {
  return xmlDictLookup(parser->dict, (const xmlChar *)name, -1);
}

#endif
