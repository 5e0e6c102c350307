// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libssh/libssh.h>

#include <memory>

namespace gatepost {

/// Owners for libssh's handles; each is freed by the function that libssh names for it.
struct SshHandleDeleter
{
    void operator()(ssh_session_struct* session) const
    {
        ssh_disconnect(session);
        ssh_free(session);
    }
    void operator()(ssh_channel_struct* channel) const { ssh_channel_free(channel); }
    void operator()(ssh_key_struct* key) const { ssh_key_free(key); }
    void operator()(ssh_event_struct* event) const { ssh_event_free(event); }
};

using SshSessionHandle = std::unique_ptr<ssh_session_struct, SshHandleDeleter>;
using SshChannelHandle = std::unique_ptr<ssh_channel_struct, SshHandleDeleter>;
using SshKeyHandle = std::unique_ptr<ssh_key_struct, SshHandleDeleter>;
using SshEventHandle = std::unique_ptr<ssh_event_struct, SshHandleDeleter>;

} // namespace gatepost
