// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialog_samples.h"
#include "ui/dialogs/host_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

class TestHostDialog : public QObject
{
    Q_OBJECT

private:
    Theme* m_theme = nullptr;

    static void type(HostDialog& dialog, const QString& field, const QString& text)
    {
        auto* edit = dialog.findChild<QLineEdit*>(field);
        QVERIFY2(edit, qPrintable(field));
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
        Q_EMIT edit->editingFinished();
    }

    static void click(HostDialog& dialog, const QString& button)
    {
        dialog.findChild<QPushButton*>(button)->click();
    }

    static QString problem(HostDialog& dialog)
    {
        const auto* bar = dialog.findChild<QWidget*>(u"hostDialogProblem"_s);
        return bar->isHidden() ? QString()
                               : dialog.findChild<Label*>(u"hostDialogProblemTitle"_s)->fullText();
    }

    static QStringList words(HostDialog& dialog)
    {
        QStringList words;
        for (int row = 0;; ++row) {
            const auto* word = dialog.findChild<Label*>(u"testStepWord_%1"_s.arg(row));
            if (!word) {
                return words;
            }
            words.append(word->fullText());
        }
    }

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(this); }

    void savesWhatWasTyped()
    {
        HostDialog dialog;
        dialog.setGroups({u"Asia"_s, u"Europe"_s});
        dialog.show();
        QSignalSpy saved(&dialog, &HostDialog::saveRequested);
        type(dialog, u"hostAddressEdit"_s, u"admin@[2001:db8::25]:2222"_s);
        QCOMPARE(dialog.findChild<QLineEdit*>(u"hostAddressEdit"_s)->text(), u"2001:db8::25"_s);
        type(dialog, u"hostNameEdit"_s, u"mx1"_s);
        dialog.findChild<QComboBox*>(u"hostGroupBox"_s)->setEditText(u"Asia"_s);
        type(dialog, u"hostJumpsEdit"_s, u"ops@gate.example.net, second:2200"_s);
        dialog.findChild<QCheckBox*>(u"hostReadOnlyCheck"_s)->click();
        click(dialog, u"hostSaveButton"_s);
        QCOMPARE(saved.count(), 1);
        HostProfile expected;
        expected.name = u"mx1"_s;
        expected.group = u"Asia"_s;
        expected.endpoint = {u"2001:db8::25"_s, 2222, u"admin"_s, {}};
        expected.jumps = {{u"gate.example.net"_s, 22, u"ops"_s, {}}, {u"second"_s, 2200, {}, {}}};
        expected.elevation = Elevation::Sudo;
        expected.readOnly = true;
        QCOMPARE(saved.first().first().value<HostProfile>(), expected);
        QVERIFY(dialog.isVisible());
        dialog.showProblem(u"The list of hosts could not be written."_s);
        QCOMPARE(problem(dialog), u"The list of hosts could not be written."_s);
    }

    void keepsWhatItDoesNotShow()
    {
        HostDialog dialog(sample::savedHost());
        QSignalSpy saved(&dialog, &HostDialog::saveRequested);
        click(dialog, u"hostSaveButton"_s);
        QCOMPARE(saved.first().first().value<HostProfile>(), sample::savedHost());
    }

    void rootNeedsNoHelper()
    {
        HostDialog dialog;
        auto* elevation = dialog.findChild<QComboBox*>(u"hostElevationBox"_s);
        QCOMPARE(elevation->currentData().toString(), u"sudo"_s);
        type(dialog, u"hostUserEdit"_s, u"root"_s);
        QCOMPARE(elevation->currentData().toString(), u"none"_s);
    }

    void saysWhatIsWrongAndLosesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QString& field, const QString& text,
                            const QString& said) { QTest::newRow(name) << field << text << said; };
        row("no address", u"hostAddressEdit"_s, {}, u"Enter the host's name or address"_s);
        row("an option for ssh", u"hostAddressEdit"_s, u"-oProxyCommand=x"_s,
            u"-oProxyCommand=x"_s);
        row("two words", u"hostAddressEdit"_s, u"mx 1"_s, u"mx 1"_s);
        row("port 0", u"hostPortEdit"_s, u"0"_s, u"1 to 65535"_s);
        row("port as a word", u"hostPortEdit"_s, u"ssh"_s, u"1 to 65535"_s);
        row("user with a space", u"hostUserEdit"_s, u"a b"_s, u"user name"_s);
        row("user like an option", u"hostUserEdit"_s, u"-l"_s, u"user name"_s);
        row("name taken", u"hostNameEdit"_s, u"mx2"_s, u"already a host called mx2"_s);
        row("jump hosts", u"hostJumpsEdit"_s, u"gate,,x:y:"_s, u"user@host:port"_s);
    }

    void saysWhatIsWrongAndLosesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, said);
        HostDialog dialog(sample::savedHost());
        dialog.setTakenNames({u"mx2"_s});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy saved(&dialog, &HostDialog::saveRequested);
        QSignalSpy tested(&dialog, &HostDialog::testRequested);
        type(dialog, field, text);
        for (const QString& button : {u"hostTestButton"_s, u"hostSaveButton"_s}) {
            click(dialog, button);
            QVERIFY2(problem(dialog).contains(said), qPrintable(problem(dialog)));
            QCOMPARE(dialog.focusWidget()->objectName(), field);
            QCOMPARE(dialog.findChild<QLineEdit*>(field)->text(), text);
        }
        QVERIFY(saved.isEmpty());
        QVERIFY(tested.isEmpty());
        QTest::keyClicks(dialog.findChild<QLineEdit*>(field), u"1"_s);
        QVERIFY(problem(dialog).isEmpty());
    }

    void showsEachStepOfATest()
    {
        HostDialog dialog(sample::savedHost());
        dialog.show();
        QSignalSpy requested(&dialog, &HostDialog::testRequested);
        QSignalSpy cancelled(&dialog, &HostDialog::testCancelled);
        auto* button = dialog.findChild<QPushButton*>(u"hostTestButton"_s);
        button->click();
        QCOMPARE(requested.first().first().value<HostProfile>(), sample::savedHost());
        QCOMPARE(words(dialog), QStringList(10, u"waiting"_s));
        const QString hop = u"gate.example.hk"_s;
        dialog.showTestStep({HostTestStep::Name, HostTestState::Passed, u"192.0.2.7"_s, hop});
        dialog.showTestStep({HostTestStep::Tcp, HostTestState::Running, {}, hop});
        dialog.showTestStep({HostTestStep::Tcp, HostTestState::Failed,
                             u"No answer <b>\x1b[31m from this address."_s, hop});
        dialog.showTestStep({HostTestStep::Tcp, HostTestState::Passed, {}, u"unknown hop"_s});
        dialog.finishTest(false, u"Not reached."_s);
        QCOMPARE(words(dialog),
                 QStringList({u"passed"_s, u"failed"_s}) + QStringList(8, u"not reached"_s));
        const auto* text = dialog.findChild<Label*>(u"testStepText_1"_s);
        QCOMPARE(text->text(), u"No answer <b>␛[31m from this address."_s);
        const auto* result = dialog.findChild<Label*>(u"hostTestResult"_s);
        QCOMPARE(result->fullText(), u"Not reached."_s);
        type(dialog, u"hostUserEdit"_s, u"other"_s);
        QVERIFY(result->fullText().contains(u"Test again"_s));
        QVERIFY(cancelled.isEmpty());
        button->click();
        QCOMPARE(words(dialog), QStringList(10, u"waiting"_s));
        QVERIFY(!result->isVisible());
    }

    void cancelsATest()
    {
        HostDialog dialog(sample::savedHost());
        dialog.show();
        QSignalSpy cancelled(&dialog, &HostDialog::testCancelled);
        auto* button = dialog.findChild<QPushButton*>(u"hostTestButton"_s);
        button->click();
        QVERIFY(dialog.isTesting());
        button->click();
        QVERIFY(!dialog.isTesting());
        QCOMPARE(cancelled.count(), 1);
        dialog.finishTest(true, u"Late answer of a test that was cancelled"_s);
        QVERIFY(!words(dialog).contains(u"passed"_s));
        button->click();
        dialog.reject();
        QCOMPARE(cancelled.count(), 2);
    }
};

QTEST_MAIN(TestHostDialog)
#include "tst_host_dialog.moc"
