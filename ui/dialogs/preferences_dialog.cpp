// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferences_dialog.h"

#include "ui/theme/text_style.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/label.h"

#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr std::array kTextPercents{90, 100, 110, 125, 150, 175, 200};

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : Dialog(u"preferencesDialog"_s, tr("Preferences"), parent)
    , m_preferences(preferences)
    , m_theme(new ChoiceBox(u"preferencesThemeBox"_s, tr("Colours")))
    , m_language(new ChoiceBox(u"preferencesLanguageBox"_s, tr("Language")))
    , m_text(new ChoiceBox(u"preferencesTextBox"_s, tr("Text size")))
    , m_note(new Label(tr("The language is used when Gatepost is started next."), TextRole::Small,
                       Tone::Dim))
{
    m_theme->addChoice(tr("As the desktop"), u"system"_s);
    m_theme->addChoice(tr("Light"), u"light"_s);
    m_theme->addChoice(tr("Dark"), u"dark"_s);
    m_theme->choose(preferences.theme);
    m_language->addChoice(tr("As the desktop"), u"system"_s);
    // A language is named in itself, so that whoever reads only that one finds it.
    m_language->addChoice(u"English"_s, u"en"_s);
    m_language->addChoice(u"简体中文"_s, u"zh_CN"_s);
    m_language->choose(preferences.language);
    QList<int> percents(kTextPercents.begin(), kTextPercents.end());
    const int current = qRound(preferences.textScale * 100);
    if (!percents.contains(current)) {
        percents.append(current);
        std::sort(percents.begin(), percents.end());
    }
    for (const int percent : std::as_const(percents)) {
        m_text->addChoice(tr("%1 %").arg(percent), QString::number(percent));
    }
    m_text->choose(QString::number(current));
    m_note->setObjectName(u"preferencesLanguageNote"_s);
    m_note->wrapped();

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(dp(16));
    form->setVerticalSpacing(dp(10));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (ChoiceBox* box : {m_theme, m_language, m_text}) {
        auto* label = new Label(box->accessibleName(), TextRole::Body);
        label->setBuddy(box);
        label->setMinimumHeight(box->sizeHint().height());
        form->addRow(label, box);
        connect(box, &QComboBox::currentIndexChanged, this, &PreferencesDialog::announce);
    }
    body()->addLayout(form);
    body()->addWidget(m_note);
    body()->addStretch(1);
    QPushButton* close = addButton(tr("Close"), u"preferencesCloseButton"_s, true);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setDesignWidth(400);
}

void PreferencesDialog::announce()
{
    m_preferences = {m_theme->chosen(), m_language->chosen(), m_text->chosen().toInt() / 100.0};
    Q_EMIT preferencesChanged(m_preferences);
}

} // namespace gatepost
