// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/collector_input.h"

#include "models/core/shell_quote.h"

namespace gatepost {

QByteArray collectorInput(const QByteArray& script, const QByteArray& redactionKey)
{
    return "GATEPOST_KEY=" + shellQuote(redactionKey) + '\n' + script;
}

} // namespace gatepost
