// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/agent.h"

namespace gatepost {

AgentLink::~AgentLink() = default;

bool AgentLink::attach(ssh_session)
{
    return false;
}

} // namespace gatepost
