// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <array>
#include <windows.h>

namespace gatepost {

namespace {

/// The process's console, opened for one question; its mode is restored whatever happens.
class Console
{
public:
    Console()
        : m_in(open(L"CONIN$"))
        , m_out(open(L"CONOUT$"))
    {
        m_usable = m_in != INVALID_HANDLE_VALUE && m_out != INVALID_HANDLE_VALUE &&
                   GetConsoleMode(m_in, &m_saved) != 0;
    }
    ~Console()
    {
        if (m_usable) {
            SetConsoleMode(m_in, m_saved);
        }
        CloseHandle(m_in);
        CloseHandle(m_out);
    }
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    bool isUsable() const { return m_usable; }

    void setEcho(bool echo)
    {
        const DWORD line = ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT;
        SetConsoleMode(m_in, echo ? line | ENABLE_ECHO_INPUT : line);
    }
    void write(const QString& text)
    {
        DWORD written = 0;
        WriteConsoleW(m_out, text.utf16(), static_cast<DWORD>(text.size()), &written, nullptr);
    }
    std::optional<QString> readLine()
    {
        std::array<wchar_t, 4096> buffer{};
        DWORD read = 0;
        if (ReadConsoleW(m_in, buffer.data(), static_cast<DWORD>(buffer.size()), &read, nullptr) ==
                0 ||
            read == 0) {
            return std::nullopt;
        }
        const QString line = QString::fromWCharArray(buffer.data(), static_cast<int>(read));
        SecureZeroMemory(buffer.data(), sizeof(buffer));
        return line.trimmed();
    }

private:
    static HANDLE open(const wchar_t* name)
    {
        return CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                           nullptr, OPEN_EXISTING, 0, nullptr);
    }

    HANDLE m_in;
    HANDLE m_out;
    DWORD m_saved = 0;
    bool m_usable = false;
};

} // namespace

bool terminalIsInteractive()
{
    return Console().isUsable();
}

std::optional<QString> askOnTerminal(const QString& prompt, bool echo)
{
    Console console;
    if (!console.isUsable()) {
        return std::nullopt;
    }
    console.setEcho(echo);
    console.write(prompt);
    auto answer = console.readLine();
    if (!echo) {
        console.write(QStringLiteral("\n"));
    }
    return answer;
}

} // namespace gatepost
