// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace gatepost {

namespace {

/// The controlling terminal, opened for one question; echo is restored whatever happens.
class Terminal
{
public:
    explicit Terminal(bool echo)
        : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) // NOLINT: POSIX varargs
    {
        if (m_fd >= 0 && !echo && ::tcgetattr(m_fd, &m_saved) == 0) {
            termios quiet = m_saved;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_quiet = ::tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
        }
    }
    ~Terminal()
    {
        if (m_quiet) {
            ::tcsetattr(m_fd, TCSAFLUSH, &m_saved);
        }
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    int fd() const { return m_fd; }
    bool isQuiet() const { return m_quiet; }

private:
    int m_fd;
    termios m_saved{};
    bool m_quiet = false;
};

bool writeAll(int fd, const QByteArray& bytes)
{
    return ::write(fd, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

} // namespace

bool terminalIsInteractive()
{
    return Terminal(true).fd() >= 0;
}

std::optional<QString> askOnTerminal(const QString& prompt, bool echo)
{
    constexpr qsizetype kLongestAnswer = 4096;
    Terminal terminal(echo);
    if (terminal.fd() < 0 || !writeAll(terminal.fd(), prompt.toLocal8Bit())) {
        return std::nullopt;
    }
    QByteArray line;
    char byte = 0;
    while (::read(terminal.fd(), &byte, 1) == 1 && byte != '\n') {
        if (line.size() == kLongestAnswer) {
            return std::nullopt;
        }
        line += byte;
    }
    if (terminal.isQuiet()) {
        writeAll(terminal.fd(), "\n");
    }
    const bool ended = byte != '\n';
    const QString answer = QString::fromLocal8Bit(line);
    line.fill('\0');
    return ended ? std::nullopt : std::optional(answer);
}

} // namespace gatepost
