// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/credential_dialog.h"

#include "ui/theme/text_style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

QString titleOf(const CredentialRequest& request)
{
    const QString subject = shownLine(request.subject, 300);
    switch (request.kind) {
    case CredentialRequest::Kind::Password:
        return CredentialDialog::tr("Password of %1").arg(subject);
    case CredentialRequest::Kind::KeyPassphrase:
        return CredentialDialog::tr("Passphrase of a key");
    case CredentialRequest::Kind::Interactive:
        return CredentialDialog::tr("%1 asks").arg(subject);
    case CredentialRequest::Kind::ElevationPassword:
        break;
    }
    return CredentialDialog::tr("Password for root rights");
}

QString leadOf(const CredentialRequest& request)
{
    const QString subject = shownLine(request.subject, 300);
    switch (request.kind) {
    case CredentialRequest::Kind::Password:
        return CredentialDialog::tr("The server takes no key of yours and asks for the password.");
    case CredentialRequest::Kind::KeyPassphrase:
        return CredentialDialog::tr("The key %1 is encrypted.").arg(subject);
    case CredentialRequest::Kind::Interactive:
        return shownLine(request.name, 300);
    case CredentialRequest::Kind::ElevationPassword:
        break;
    }
    return CredentialDialog::tr(
               "sudo or doas asks for the password of %1. It is written only after "
               "their own prompt has come.")
        .arg(subject);
}

QString refusalOf(CredentialRequest::Kind kind)
{
    switch (kind) {
    case CredentialRequest::Kind::KeyPassphrase:
        return CredentialDialog::tr("That passphrase does not open the key. Try again.");
    case CredentialRequest::Kind::Interactive:
        return CredentialDialog::tr("That was refused. Try again.");
    case CredentialRequest::Kind::Password:
    case CredentialRequest::Kind::ElevationPassword:
        break;
    }
    return CredentialDialog::tr("That password was refused. Try again.");
}

} // namespace

CredentialDialog::CredentialDialog(const CredentialRequest& request, QWidget* parent)
    : Dialog(u"credentialDialog"_s, titleOf(request), parent)
{
    setLead(leadOf(request));
    if (!request.instruction.trimmed().isEmpty()) {
        auto* instruction = new Label(shownLines(request.instruction, 4000), TextRole::Body);
        instruction->setObjectName(u"credentialInstruction"_s);
        instruction->wrapped();
        instruction->selectable();
        body()->addWidget(instruction);
    }
    if (request.kind == CredentialRequest::Kind::Interactive) {
        for (const CredentialPrompt& prompt : request.prompts) {
            addPrompt(prompt);
        }
    } else {
        addPrompt({request.kind == CredentialRequest::Kind::KeyPassphrase ? tr("Passphrase")
                                                                          : tr("Password"),
                   false});
    }

    auto* show = new QCheckBox(tr("Show what is typed"));
    show->setObjectName(u"credentialShowCheck"_s);
    const QList<QLineEdit*> hidden = [this] {
        QList<QLineEdit*> edits;
        for (QLineEdit* edit : m_edits) {
            if (edit->echoMode() == QLineEdit::Password) {
                edits.append(edit);
            }
        }
        return edits;
    }();
    connect(show, &QCheckBox::toggled, this, [hidden](bool shown) {
        for (QLineEdit* edit : hidden) {
            edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        }
    });
    body()->addWidget(show);
    show->setVisible(!hidden.isEmpty());

    // One-time codes are of no use tomorrow, so answers to a host's own questions are never kept.
    if (request.kind != CredentialRequest::Kind::Interactive) {
        if (request.keychain) {
            m_keep = new QCheckBox(tr("Keep it in the keychain"));
            m_keep->setObjectName(u"credentialKeepCheck"_s);
            body()->addWidget(m_keep);
        } else {
            auto* note =
                new Label(tr("This desktop has no keychain that answers: it is kept until Gatepost "
                             "is closed."),
                          TextRole::Small, Tone::Dim);
            note->setObjectName(u"credentialKeepNote"_s);
            note->wrapped();
            body()->addWidget(note);
        }
    }
    body()->addStretch(1);

    addCancel();
    QPushButton* ok = addButton(tr("Continue"), u"credentialOkButton"_s, true);
    ok->setDefault(true);
    connect(ok, &QPushButton::clicked, this, &CredentialDialog::submit);
    setDesignWidth(460);
    if (request.attempt > 1) {
        showProblem(refusalOf(request.kind));
    }
    if (!m_edits.isEmpty()) {
        m_edits.first()->setFocus();
    }
}

CredentialDialog::~CredentialDialog()
{
    for (QLineEdit* edit : std::as_const(m_edits)) {
        edit->setText(QString(edit->text().size(), u' '));
    }
}

void CredentialDialog::addPrompt(const CredentialPrompt& prompt)
{
    QString text = shownLine(prompt.text, 500).trimmed();
    if (text.endsWith(u':')) {
        text.chop(1);
    }
    auto* label = new Label(text, TextRole::Small, Tone::Dim);
    label->wrapped();
    auto* edit = new QLineEdit;
    edit->setObjectName(u"credentialEdit_%1"_s.arg(m_edits.size()));
    edit->setAccessibleName(text);
    edit->setEchoMode(prompt.echo ? QLineEdit::Normal : QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                              Qt::ImhNoAutoUppercase);
    auto* field = new QVBoxLayout;
    field->setSpacing(dp(3));
    field->addWidget(label);
    field->addWidget(edit);
    body()->addLayout(field);
    m_edits.append(edit);
}

void CredentialDialog::submit()
{
    QStringList answers;
    for (const QLineEdit* edit : std::as_const(m_edits)) {
        answers.append(edit->text());
    }
    Q_EMIT answered(answers, m_keep && m_keep->isChecked());
    accept();
}

} // namespace gatepost
