// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/parameter_list.h"

#include "models/config/effective_config.h"
#include "models/config/value_syntax.h"
#include "models/core/display_text.h"

namespace gatepost {

QList<ParameterRow> parameterRows(const HostSnapshot& snapshot)
{
    const EffectiveConfig config(snapshot);
    QList<ParameterRow> rows;
    for (const MainCfEntry& entry : config.mainCf().entries()) {
        if (config.mainCf().find(entry.name) == &entry) {
            rows.append({displayText(entry.name), displayText(entry.value),
                         displayText(config.mainPath()), entry.line.number,
                         displayText(config.builtIn(entry.name))});
        }
    }
    for (const MasterService& service : config.masterCf().services()) {
        for (const MasterOverride& set : service.overrides) {
            if (service.find(set.name) == &set) {
                rows.append({QStringLiteral("%1: %2").arg(displayText(service.label()),
                                                          displayText(set.name)),
                             displayText(set.value), displayText(config.masterPath()), set.line,
                             displayText(config.value(set.name).value)});
            }
        }
    }
    return rows;
}

QStringList servedDomains(const HostSnapshot& snapshot)
{
    const EffectiveConfig config(snapshot);
    QStringList domains;
    for (const QByteArray parameter : {"mydestination", "relay_domains"}) {
        for (const QByteArray& element : splitList(config.value(parameter).value)) {
            const QString domain = QString::fromUtf8(element).toLower();
            const bool isTable = element.contains(':') || element.startsWith('/');
            if (!isTable && domain.contains(u'.') && !domains.contains(domain)) {
                domains.append(domain);
            }
        }
    }
    return domains;
}

} // namespace gatepost
