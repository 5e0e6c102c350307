// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/house_style.h"
#include "ui/theme/text_style.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QPixmapCache>
#include <QStyle>

using namespace Qt::StringLiterals;

static void initThemeResources()
{
    // A static library's resources are dropped by the linker unless something names them.
    Q_INIT_RESOURCE(gatepost_ui);
}

namespace gatepost {

QString themeModeName(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    case ThemeMode::System:
        break;
    }
    return u"system"_s;
}

ThemeMode themeModeFromName(const QString& name)
{
    if (name == "light"_L1) {
        return ThemeMode::Light;
    }
    return name == "dark"_L1 ? ThemeMode::Dark : ThemeMode::System;
}

Theme::Theme(QObject* parent)
    : QObject(parent)
{
    initThemeResources();
    readDesktop();
    QApplication::setStyle(new HouseStyle);
    apply();
    qApp->installEventFilter(this);
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setTextScale(qreal scale)
{
    m_textScale = qBound(0.75, scale, 3.0);
    apply();
}

void Theme::readDesktop()
{
    // Qt 6.4 has no colour scheme hint; the desktop's own palette, seen while ours is away, tells.
    m_applying = true;
    const QPalette ours = QGuiApplication::palette();
    QApplication::setPalette(QPalette());
    m_desktopIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    QApplication::setPalette(ours);
    m_applying = false;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && !m_applying) {
        readDesktop();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    if (m_applying) {
        return;
    }
    m_applying = true;
    m_dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_desktopIsDark);
    QFile file(m_dark ? u":/gatepost/themes/dark.json"_s : u":/gatepost/themes/light.json"_s);
    if (file.open(QIODevice::ReadOnly)) {
        if (const Result<ThemeTokens> tokens = ThemeTokens::fromJson(file.readAll())) {
            QPixmapCache::clear();
            QApplication::setPalette(tokens->toPalette());
        }
    }
    const QFont font = applicationFont(m_textScale);
    if (font != QApplication::font()) {
        QApplication::setFont(font);
    }
    m_applying = false;
    Q_EMIT changed();
}

} // namespace gatepost
