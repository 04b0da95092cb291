/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef AAP_CLIBZIP_SHIM_H
#define AAP_CLIBZIP_SHIM_H

#include <zip.h>

#endif
