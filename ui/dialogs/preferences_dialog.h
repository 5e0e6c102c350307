// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

namespace gatepost {

class ChoiceBox;
class Label;

/// What the preferences dialog shows and gives back.
struct Preferences
{
    QString theme = QStringLiteral("system");    ///< "system", "light", "dark"
    QString language = QStringLiteral("system"); ///< "system", "en", "zh_CN"
    double textScale = 1.0;                      ///< 1.0 is the design's size

    bool operator==(const Preferences&) const = default;
};

/// Theme, language and text size. Each choice is announced at once, so that its effect is seen
/// behind the dialog; the language is used from the next start on. Children: preferencesThemeBox,
/// preferencesLanguageBox, preferencesTextBox, preferencesLanguageNote, preferencesCloseButton.
class PreferencesDialog : public Dialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

Q_SIGNALS:
    void preferencesChanged(const gatepost::Preferences& preferences);

private:
    void announce();

    Preferences m_preferences;
    ChoiceBox* m_theme;
    ChoiceBox* m_language;
    ChoiceBox* m_text;
    Label* m_note;
};

} // namespace gatepost
