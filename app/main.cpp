// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/composition_root.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatepost"));
    QApplication::setApplicationVersion(QStringLiteral(GATEPOST_VERSION));

    gatepost::CompositionRoot root;
    root.start();
    return QApplication::exec();
}
