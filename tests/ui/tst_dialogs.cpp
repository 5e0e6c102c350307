// SPDX-License-Identifier: GPL-3.0-or-later
// What every dialog promises: names, keyboard, no default that does harm, room at large text.
#include "tests/ui/dialog_samples.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

class TestDialogs : public QObject
{
    Q_OBJECT

private:
    Theme* m_theme = nullptr;
    QHash<QString, std::function<std::unique_ptr<Dialog>()>> m_makers;

    void addRows()
    {
        QTest::addColumn<QString>("name");
        for (const sample::DialogCase& dialog : sample::dialogs()) {
            QTest::newRow(qPrintable(dialog.name)) << dialog.name;
        }
    }

    static bool takesInput(const QWidget* widget)
    {
        return (qobject_cast<const QAbstractButton*>(widget) ||
                qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                qobject_cast<const QAbstractItemView*>(widget)) &&
               widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus &&
               !widget->focusProxy() && !qobject_cast<const QComboBox*>(widget->parentWidget());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = new Theme(this);
        for (const sample::DialogCase& dialog : sample::dialogs()) {
            m_makers.insert(dialog.name, dialog.make);
        }
    }

    void cleanup() { m_theme->setTextScale(1.0); }

    void everyFieldHasANameAndTabReachesIt_data() { addRows(); }
    void everyFieldHasANameAndTabReachesIt()
    {
        QFETCH(QString, name);
        const auto dialog = m_makers.value(name)();
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        QSet<const QWidget*> wanted;
        for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
            if (takesInput(widget)) {
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() ||
                             (button && !button->text().isEmpty()),
                         qPrintable(widget->objectName()));
                wanted.insert(widget);
            }
        }
        QVERIFY(!wanted.isEmpty());
        constexpr int kMostSteps = 60;
        for (int step = 0; step < kMostSteps && !wanted.isEmpty(); ++step) {
            const QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            wanted.remove(focus);
            wanted.remove(focus->parentWidget()); // an editable combo box
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(wanted.isEmpty(),
                 wanted.isEmpty() ? "" : qPrintable((*wanted.cbegin())->objectName()));
    }

    void everyLabelShowsPlainText_data() { addRows(); }
    void everyLabelShowsPlainText()
    {
        QFETCH(QString, name);
        const auto dialog = m_makers.value(name)();
        for (const QLabel* label : dialog->findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY2(!label->text().contains(QChar(0x1b)), qPrintable(label->text()));
        }
    }

    void escapeClosesWithoutDoingAnything_data() { addRows(); }
    void escapeClosesWithoutDoingAnything()
    {
        QFETCH(QString, name);
        const auto dialog = m_makers.value(name)();
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(dialog->result(), int(QDialog::Rejected));
    }

    void returnNeverTrustsAKeyOrAppliesAPlan_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name :
             {u"host-key"_s, u"host-key-other"_s, u"apply"_s, u"apply-loosening"_s}) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void returnNeverTrustsAKeyOrAppliesAPlan()
    {
        QFETCH(QString, name);
        const auto dialog = m_makers.value(name)();
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(dialog->result(), int(QDialog::Rejected));
    }

    void buttonsFitAtLargeText_data() { addRows(); }
    void buttonsFitAtLargeText()
    {
        QFETCH(QString, name);
        m_theme->setTextScale(1.5);
        const auto dialog = m_makers.value(name)();
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        for (const QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->isVisible()) {
                QVERIFY2(button->width() >= button->sizeHint().width(),
                         qPrintable(button->objectName()));
            }
        }
        for (const Label* label : dialog->findChildren<Label*>()) {
            if (label->isVisible() && label->wordWrap()) {
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
