// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/change_flow.h"

#include <memory>

namespace gatepost {

/// Everything that goes on with one host. Members end in reverse order, the connection last.
struct HostDesk
{
    HostDesk(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
             QFuture<QByteArray> redactionKey)
        : session(std::move(profile), std::move(prompter), std::move(redactionKey))
        , probe(session)
        , change(session, probe)
    {}

    HostSession session;
    ProbeFlow probe;
    ChangeFlow change;
};

} // namespace gatepost
