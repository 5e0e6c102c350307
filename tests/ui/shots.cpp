// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each page and dialog, filled with sample values.
#include "tests/ui/dialog_samples.h"
#include "tests/ui/sample_values.h"
#include "ui/pages/configuration_page.h"
#include "ui/pages/hardening_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/tests_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>

#include "resources/translations.h"

using namespace Qt::StringLiterals;
using namespace gatepost;

namespace {

void fill(MainWindow& window)
{
    window.setHosts(sample::hosts());
    window.setCurrentHost(HostId{u"1"_s});
    window.setHeader(sample::header());
    window.overview()->setQueue(sample::queue(2304), sample::now());
    window.overview()->setNotSeen(sample::snapshot().notSeen);
    window.overview()->setProbe(sample::openProbe());
    window.overview()->setVerdict(sample::openVerdict());
    window.configuration()->setSnapshot(sample::snapshot());
    window.configuration()->setParameters(sample::parameters());
    window.configuration()->showLocation(u"/etc/postfix/main.cf"_s, 21);
    window.queue()->setEntries(sample::queue(2304), sample::now());
    window.hardening()->setPlan(sample::plan(), sample::trustedNetworks());
    window.hardening()->setLayerState(StatusLevel::Critical, u"3 changes ready"_s);
    window.tests()->setTarget(u"203.0.113.25:25"_s);
    window.tests()->setVantages({{{}, u"this desktop"_s}, {u"2"_s, u"mx2.example.hk"_s}});
    window.tests()->setReport(sample::openProbe());
    window.setPageCount(PageId::Configuration, 5);
    window.setPageCount(PageId::Queue, 2304);
    window.setPageCount(PageId::Hardening, 1);
    window.setActivity(
        {u"Reading the queue of mail.example.hk · 1.2 of 3.4 GB · 38 s left"_s, 0.35});
    window.activityStrip()->revealNow();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir directory(arguments.value(1, u"."_s));
    const qreal scale = arguments.value(2, u"1"_s).toDouble();
    const QStringList size = arguments.value(3, u"1440x900"_s).split(u'x');
    const bool chinese = arguments.contains(u"zh"_s);
    installTranslations(app, chinese ? u"zh_CN"_s : u"en"_s);
    Theme theme;
    theme.setTextScale(scale);
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        theme.setMode(mode);
        const QString ending =
            u"-%1%2%3.png"_s.arg(themeModeName(mode), chinese ? u"-zh"_s : QString(),
                                 scale > 1 ? u"-large"_s : QString());
        for (const sample::DialogCase& shown : sample::dialogs()) {
            const auto dialog = shown.make();
            dialog->show();
            QCoreApplication::processEvents();
            dialog->grab().save(directory.filePath(u"dialog-"_s + shown.name + ending));
        }
        MainWindow window;
        window.resize(size.value(0).toInt(), size.value(1).toInt());
        fill(window);
        window.show();
        const QStringList names{u"overview"_s, u"configuration"_s, u"queue"_s, u"hardening"_s,
                                u"tests"_s};
        for (int index = 0; index < names.size(); ++index) {
            window.showPage(PageId(index));
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            window.grab().save(directory.filePath(names.at(index) + ending));
        }
    }
    return 0;
}
