// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/composition_root.h"
#include "app/storage/settings.h"

#include <QApplication>

#include "resources/translations.h"

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatepost"));
    QApplication::setApplicationVersion(QStringLiteral(GATEPOST_VERSION));

    gatepost::Settings settings;
    gatepost::installTranslations(application, settings.language());
    gatepost::CompositionRoot root(settings);
    root.start();
    return QApplication::exec();
}
