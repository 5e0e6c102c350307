// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/svg_mask.h"

#include <QCoreApplication>
#include <QPainter>
#include <QXmlStreamReader>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr double kViewSize = 24.0;

Error badPath(const QString& data, qsizetype at)
{
    return failure(
        ErrorCode::ParseFailed,
        QCoreApplication::translate("SvgMask", "The icon's path cannot be read at character %1.")
            .arg(at + 1),
        data);
}

class PathReader
{
public:
    explicit PathReader(const QString& data)
        : m_data(data)
    {}

    Result<QPainterPath> read()
    {
        QChar command;
        while (skipBlanks()) {
            const QChar next = m_data.at(m_at);
            if (next.isLetter()) {
                command = next;
                ++m_at;
            } else if (command.isNull()) {
                return badPath(m_data, m_at);
            }
            if (!step(command)) {
                return badPath(m_data, m_at);
            }
            // Pairs that follow a move are lines.
            if (command == u'M') {
                command = u'L';
            } else if (command == u'm') {
                command = u'l';
            }
        }
        return m_path;
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_data.size() && (m_data.at(m_at).isSpace() || m_data.at(m_at) == u',')) {
            ++m_at;
        }
        return m_at < m_data.size();
    }

    bool number(double& out)
    {
        skipBlanks();
        const qsizetype start = m_at;
        bool dot = false;
        while (m_at < m_data.size()) {
            const QChar c = m_data.at(m_at);
            const bool sign = (c == u'-' || c == u'+') && m_at == start;
            const bool point = c == u'.' && !dot;
            if (!c.isDigit() && !sign && !point) {
                break;
            }
            dot = dot || point;
            ++m_at;
        }
        bool good = false;
        out = QStringView(m_data).sliced(start, m_at - start).toDouble(&good);
        return good;
    }

    template<std::size_t N>
    bool numbers(std::array<double, N>& out)
    {
        for (double& value : out) {
            if (!number(value)) {
                return false;
            }
        }
        return true;
    }

    bool step(QChar command)
    {
        const QPointF here = m_path.currentPosition();
        const QPointF base = command.isLower() ? here : QPointF();
        switch (command.toUpper().unicode()) {
        case 'M':
        case 'L': {
            std::array<double, 2> v{};
            if (!numbers(v)) {
                return false;
            }
            const QPointF to = base + QPointF(v[0], v[1]);
            command.toUpper() == u'M' ? m_path.moveTo(to) : m_path.lineTo(to);
            return true;
        }
        case 'H':
        case 'V': {
            std::array<double, 1> v{};
            if (!numbers(v)) {
                return false;
            }
            const bool across = command.toUpper() == u'H';
            m_path.lineTo(across ? QPointF(base.x() + v[0], here.y())
                                 : QPointF(here.x(), base.y() + v[0]));
            return true;
        }
        case 'C': {
            std::array<double, 6> v{};
            if (!numbers(v)) {
                return false;
            }
            m_path.cubicTo(base + QPointF(v[0], v[1]), base + QPointF(v[2], v[3]),
                           base + QPointF(v[4], v[5]));
            return true;
        }
        case 'Q': {
            std::array<double, 4> v{};
            if (!numbers(v)) {
                return false;
            }
            m_path.quadTo(base + QPointF(v[0], v[1]), base + QPointF(v[2], v[3]));
            return true;
        }
        case 'A': {
            std::array<double, 7> v{};
            if (!numbers(v) || v[0] <= 0 || v[1] <= 0) {
                return false;
            }
            arc(here, base + QPointF(v[5], v[6]), v[0], v[1], v[3] != 0, v[4] != 0);
            return true;
        }
        case 'Z':
            m_path.closeSubpath();
            return true;
        default:
            return false;
        }
    }

    // From end points to centre: SVG 1.1, appendix F.6.5, with no rotation.
    void arc(QPointF from, QPointF to, double rx, double ry, bool large, bool sweep)
    {
        const double dx = (from.x() - to.x()) / 2;
        const double dy = (from.y() - to.y()) / 2;
        const double reach = (dx * dx) / (rx * rx) + (dy * dy) / (ry * ry);
        if (reach > 1) {
            rx *= std::sqrt(reach);
            ry *= std::sqrt(reach);
        }
        const double below = rx * rx * dy * dy + ry * ry * dx * dx;
        const double above = std::max(0.0, rx * rx * ry * ry - below);
        const double factor =
            (large == sweep ? -1 : 1) * (below > 0 ? std::sqrt(above / below) : 0);
        const QPointF centre((from.x() + to.x()) / 2 + factor * rx * dy / ry,
                             (from.y() + to.y()) / 2 - factor * ry * dx / rx);
        const auto angle = [&](QPointF p) {
            return std::atan2(-(p.y() - centre.y()) / ry, (p.x() - centre.x()) / rx) * 180 /
                   std::numbers::pi;
        };
        const double start = angle(from);
        double length = angle(to) - start;
        if (sweep && length > 0) {
            length -= 360;
        } else if (!sweep && length < 0) {
            length += 360;
        }
        m_path.arcTo(QRectF(centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry), start, length);
    }

    const QString& m_data;
    qsizetype m_at = 0;
    QPainterPath m_path;
};

} // namespace

Result<QPainterPath> parseSvgPath(const QString& data)
{
    return PathReader(data).read();
}

Result<SvgMask> parseSvgMask(const QByteArray& svg)
{
    SvgMask mask;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "path"_L1) {
            continue;
        }
        const QXmlStreamAttributes attributes = xml.attributes();
        const Result<QPainterPath> path = parseSvgPath(attributes.value("d"_L1).toString());
        if (!path) {
            return path.error();
        }
        const QStringView fill = attributes.value("fill"_L1);
        const QStringView stroke = attributes.value("stroke"_L1);
        MaskPart part;
        part.path = *path;
        part.strokeWidth = fill == "none"_L1 ? attributes.value("stroke-width"_L1).toDouble() : 0;
        part.cut = (fill == "none"_L1 ? stroke : fill) == "white"_L1;
        mask.parts.append(part);
    }
    if (xml.hasError() || mask.parts.isEmpty()) {
        return failure(ErrorCode::ParseFailed,
                       QCoreApplication::translate("SvgMask", "The icon file cannot be read."),
                       xml.errorString());
    }
    return mask;
}

QImage SvgMask::render(int size, const QColor& color) const
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / kViewSize, size / kViewSize);
    for (const MaskPart& part : parts) {
        painter.setCompositionMode(part.cut ? QPainter::CompositionMode_DestinationOut
                                            : QPainter::CompositionMode_SourceOver);
        if (part.strokeWidth > 0) {
            painter.strokePath(part.path, QPen(color, part.strokeWidth, Qt::SolidLine, Qt::RoundCap,
                                               Qt::RoundJoin));
        } else {
            painter.fillPath(part.path, color);
        }
    }
    return image;
}

} // namespace gatepost
