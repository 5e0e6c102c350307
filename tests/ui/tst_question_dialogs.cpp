// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs that ask: credentials, host keys, applying, importing, preferences.
#include "tests/ui/dialog_samples.h"
#include "tests/ui/sample_values.h"
#include "ui/dialogs/apply_dialog.h"
#include "ui/dialogs/credential_dialog.h"
#include "ui/dialogs/host_key_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

namespace {

QPushButton* button(const QWidget& parent, const QString& name)
{
    return parent.findChild<QPushButton*>(name);
}

QString shown(const QWidget& parent, const QString& label)
{
    const auto* widget = parent.findChild<Label*>(label);
    return widget ? widget->fullText() : QString();
}

HostProfile found(const QString& name)
{
    HostProfile host;
    host.name = name;
    host.endpoint.host = name;
    return host;
}

} // namespace

class TestQuestionDialogs : public QObject
{
    Q_OBJECT

private:
    Theme* m_theme = nullptr;

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(this); }

    void credentialsAreAsked_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("keychain");
        using Kind = CredentialRequest::Kind;
        for (const bool keychain : {true, false}) {
            const auto row = [keychain](const char* name, Kind kind) {
                QTest::addRow("%s, %s", name, keychain ? "keychain" : "session")
                    << int(kind) << keychain;
            };
            row("password", Kind::Password);
            row("passphrase", Kind::KeyPassphrase);
            row("elevation", Kind::ElevationPassword);
        }
    }

    void credentialsAreAsked()
    {
        QFETCH(int, kind);
        QFETCH(bool, keychain);
        CredentialRequest request{CredentialRequest::Kind(kind), u"admin@mx1"_s};
        request.keychain = keychain;
        CredentialDialog dialog(request);
        dialog.show();
        QSignalSpy answered(&dialog, &CredentialDialog::answered);
        auto* edit = dialog.findChild<QLineEdit*>(u"credentialEdit_0"_s);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        auto* keep = dialog.findChild<QCheckBox*>(u"credentialKeepCheck"_s);
        QCOMPARE(keep != nullptr, keychain);
        QCOMPARE(shown(dialog, u"credentialKeepNote"_s).isEmpty(), keychain);
        if (keep) {
            QVERIFY(!keep->isChecked());
            keep->click();
        }
        QTest::keyClicks(edit, u" s p "_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(answered.first().at(0).toStringList(), QStringList{u" s p "_s});
        QCOMPARE(answered.first().at(1).toBool(), keychain);
        QVERIFY(!dialog.isVisible());
    }

    void severalPromptsAreAskedAsTheHostWantsThem()
    {
        using Kind = CredentialRequest::Kind;
        CredentialDialog dialog(CredentialRequest{Kind::Interactive,
                                                  u"admin@mx1"_s,
                                                  1,
                                                  u"PAM"_s,
                                                  u"<i>Welcome</i>\x07\nline two"_s,
                                                  {{u"Password:"_s, false}, {u"Code:"_s, true}},
                                                  true});
        dialog.show();
        QSignalSpy answered(&dialog, &CredentialDialog::answered);
        QCOMPARE(shown(dialog, u"credentialInstruction"_s), u"<i>Welcome</i>␇\nline two"_s);
        QVERIFY(!dialog.findChild<QCheckBox*>(u"credentialKeepCheck"_s));
        auto* first = dialog.findChild<QLineEdit*>(u"credentialEdit_0"_s);
        auto* second = dialog.findChild<QLineEdit*>(u"credentialEdit_1"_s);
        QCOMPARE(first->echoMode(), QLineEdit::Password);
        QCOMPARE(second->echoMode(), QLineEdit::Normal);
        QCOMPARE(second->accessibleName(), u"Code"_s);
        dialog.findChild<QCheckBox*>(u"credentialShowCheck"_s)->click();
        QCOMPARE(first->echoMode(), QLineEdit::Normal);
        QTest::keyClicks(first, u"one"_s);
        QTest::keyClicks(second, u"123456"_s);
        button(dialog, u"credentialOkButton"_s)->click();
        QCOMPARE(answered.first().at(0).toStringList(), QStringList({u"one"_s, u"123456"_s}));
        QCOMPARE(answered.first().at(1).toBool(), false);
    }

    void aRefusedPasswordIsSaid()
    {
        CredentialDialog dialog(
            CredentialRequest{CredentialRequest::Kind::Password, u"admin@mx1"_s, 2});
        QVERIFY(shown(dialog, u"credentialDialogProblemTitle"_s).contains(u"refused"_s));
    }

    void aHostKeyIsShownWithWhatIsKnown()
    {
        HostKeyDialog dialog(HostKeyQuestion{
            u"mx1"_s, 2222, u"ssh-ed25519"_s, u"SHA256:abc"_s, {u"ssh-rsa"_s, u"ecdsa"_s}});
        dialog.show();
        QCOMPARE(shown(dialog, u"hostKeyFingerprint"_s), u"SHA256:abc"_s);
        QCOMPARE(shown(dialog, u"hostKeyCardHeading"_s), u"ssh-ed25519"_s);
        QVERIFY(shown(dialog, u"hostKeyDialogText"_s).contains(u"mx1 (port 2222)"_s));
        QVERIFY(shown(dialog, u"hostKeyKnownTypesText"_s).contains(u"ssh-rsa, ecdsa"_s));
        QVERIFY(button(dialog, u"hostKeyDialogCancelButton"_s)->isDefault());
        button(dialog, u"hostKeyAcceptButton"_s)->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void applyingSaysWhatHappens()
    {
        ApplyDialog dialog(sample::plan(), u"mx1"_s, std::chrono::seconds(90));
        dialog.show();
        QCOMPARE(dialog.planId(), sample::plan().id);
        auto* apply = button(dialog, u"applyConfirmButton"_s);
        QCOMPARE(apply->text(), u"Apply to mx1"_s);
        QVERIFY(apply->isEnabled());
        QVERIFY(!apply->isDefault() && !apply->autoDefault());
        QVERIFY(shown(dialog, u"applyChangesLabel"_s)
                    .contains(sample::plan().changes.first().parameter));
        const QString steps = shown(dialog, u"applyStepsLabel"_s);
        QVERIFY(steps.contains(u"/etc/postfix/main.cf"_s));
        QVERIFY(steps.contains(u"90 s"_s));
        QVERIFY(shown(dialog, u"applyRisksLabel"_s).contains(sample::plan().risks.first()));
        apply->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void looseningWantsTheHostsName()
    {
        ChangePlan plan = sample::plan();
        std::swap(plan.before, plan.after);
        ApplyDialog dialog(plan, u"mx1"_s, std::chrono::seconds(90));
        dialog.show();
        auto* apply = button(dialog, u"applyConfirmButton"_s);
        auto* edit = dialog.findChild<QLineEdit*>(u"applyHostNameEdit"_s);
        QVERIFY(!apply->isEnabled());
        QTest::keyClicks(edit, u"mx"_s);
        QVERIFY(!apply->isEnabled());
        QTest::keyClicks(edit, u"1"_s);
        QVERIFY(apply->isEnabled());
        QTest::keyClicks(edit, u"x"_s);
        QVERIFY(!apply->isEnabled());
    }

    void importsWhatIsChosen()
    {
        ImportDialog dialog(u"config"_s, {found(u"a"_s), found(u"<b>b</b>"_s), found(u"c"_s)},
                            {u"config:3: left out"_s}, {u"a"_s});
        dialog.show();
        QSignalSpy imported(&dialog, &ImportDialog::importRequested);
        auto* import = button(dialog, u"importButton"_s);
        auto* list = dialog.findChild<QListWidget*>(u"importList"_s);
        QVERIFY(!import->isEnabled());
        QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(shown(dialog, u"importNotesLabel"_s).contains(u"config:3"_s));
        button(dialog, u"importAllButton"_s)->click();
        QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(import->isEnabled());
        import->click();
        const auto hosts = imported.first().first().value<QList<HostProfile>>();
        QCOMPARE(hosts, QList<HostProfile>{found(u"c"_s)});
        QVERIFY(dialog.isVisible());
    }

    void preferencesTakeEffectAtOnce()
    {
        PreferencesDialog dialog(Preferences{u"dark"_s, u"zh_CN"_s, 1.05});
        dialog.show();
        QSignalSpy changed(&dialog, &PreferencesDialog::preferencesChanged);
        auto* theme = dialog.findChild<QComboBox*>(u"preferencesThemeBox"_s);
        QCOMPARE(theme->currentData().toString(), u"dark"_s);
        auto* text = dialog.findChild<QComboBox*>(u"preferencesTextBox"_s);
        QCOMPARE(text->currentData().toString(), u"105"_s);
        theme->setCurrentIndex(theme->findData(u"light"_s));
        QCOMPARE(changed.first().first().value<Preferences>(),
                 (Preferences{u"light"_s, u"zh_CN"_s, 1.05}));
        text->setCurrentIndex(text->findData(u"150"_s));
        QCOMPARE(changed.last().first().value<Preferences>().textScale, 1.5);
    }
};

QTEST_MAIN(TestQuestionDialogs)
#include "tst_question_dialogs.moc"
