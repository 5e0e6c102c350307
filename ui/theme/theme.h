// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme_tokens.h"

#include <QObject>
#include <QString>

namespace gatepost {

/// Which of the two sets of colours to use. `System` follows the desktop while it changes.
enum class ThemeMode { System, Light, Dark };

/// "system", "light", "dark": the words kept in the settings.
QString themeModeName(ThemeMode mode);
/// Reads what themeModeName() wrote; anything else is System.
ThemeMode themeModeFromName(const QString& name);

/// Dresses the application: style, palette and fonts. Make one after QApplication and keep it for
/// the program's life; GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    /// 1.0 is 13 px text at 96 dpi; every size in the window follows it.
    qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    bool isDark() const { return m_dark; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void apply();
    void readDesktop();

    ThemeMode m_mode = ThemeMode::System;
    qreal m_textScale = 1.0;
    bool m_dark = false;
    bool m_desktopIsDark = false;
    bool m_applying = false;
};

} // namespace gatepost
