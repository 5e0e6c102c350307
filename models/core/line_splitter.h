// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatepost {

/// Cuts a stream that arrives in pieces into lines. A line longer than the limit is skipped whole
/// and counted, so that a stream without newlines cannot fill memory.
class LineSplitter
{
public:
    explicit LineSplitter(qsizetype maxLineBytes = 16 << 20)
        : m_maxLineBytes(maxLineBytes)
    {}

    /// Calls `take(QByteArrayView line)` for each line that is complete now, without its newline.
    template<typename Take>
    void feed(QByteArrayView chunk, Take&& take)
    {
        while (!chunk.isEmpty()) {
            const qsizetype newline = chunk.indexOf('\n');
            const QByteArrayView piece = newline < 0 ? chunk : chunk.first(newline);
            if (m_skipping || m_rest.size() + piece.size() > m_maxLineBytes) {
                m_skipped += m_skipping ? 0 : 1;
                m_skipping = true;
                m_rest.clear();
            } else if (newline >= 0 && m_rest.isEmpty()) {
                take(piece);
            } else {
                m_rest.append(piece.data(), piece.size());
            }
            if (newline < 0) {
                return;
            }
            if (!m_skipping && !m_rest.isEmpty()) {
                take(QByteArrayView(m_rest));
            }
            m_rest.clear();
            m_skipping = false;
            chunk = chunk.sliced(newline + 1);
        }
    }

    /// Hands over a last line that has no newline.
    template<typename Take>
    void finish(Take&& take)
    {
        if (!m_skipping && !m_rest.isEmpty()) {
            take(QByteArrayView(m_rest));
        }
        m_rest.clear();
        m_skipping = false;
    }

    qint64 skippedLines() const { return m_skipped; }

private:
    qsizetype m_maxLineBytes;
    QByteArray m_rest;
    bool m_skipping = false;
    qint64 m_skipped = 0;
};

} // namespace gatepost
