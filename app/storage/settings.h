// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"

#include <QByteArray>
#include <QString>

class QSettings;

#include <memory>

namespace gatepost {

/// How the user wants the console, kept in an INI file. A value that is missing or makes no sense
/// reads as its default. Written at once or a moment later, at the latest when this is destroyed.
class Settings
{
public:
    /// An empty `file` is gatepost.ini in the user's configuration directory of Gatepost.
    explicit Settings(const QString& file = {});
    ~Settings();
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    /// "system", "light" or "dark"; default "system".
    QString theme() const;
    void setTheme(const QString& theme);

    /// "system", "en" or "zh_CN"; default "system".
    QString language() const;
    void setLanguage(const QString& language);

    /// 1.0 is the design's size; 0.8 to 2.0.
    double textScale() const;
    void setTextScale(double scale);

    /// As QWidget::saveGeometry() made it; empty at first.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// The host that was shown last; empty at first.
    HostId lastHost() const;
    void setLastHost(const HostId& id);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace gatepost
