// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/matrix_view.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr std::array kCells{&MatrixRow::toOwnDomain, &MatrixRow::toOutside,
                            &MatrixRow::asOwnSender};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gatepost::MatrixView)
};

} // namespace

QString matrixAnswerWord(MatrixAnswer answer)
{
    switch (answer) {
    case MatrixAnswer::Accept:
        return Words::tr("accept");
    case MatrixAnswer::Refuse:
        return Words::tr("refuse");
    case MatrixAnswer::Defer:
        return Words::tr("try later");
    case MatrixAnswer::Down:
        return Words::tr("does not start");
    case MatrixAnswer::Error:
        return Words::tr("451 for all");
    case MatrixAnswer::Unknown:
        return Words::tr("not known");
    case MatrixAnswer::NotApplicable:
        break;
    }
    return u"—"_s;
}

MatrixView::MatrixView(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(dp(16));
    m_grid->setVerticalSpacing(dp(5));
    for (int column = 0; column < 4; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
}

void MatrixView::setMatrix(const QList<MatrixRow>& now)
{
    fill(now, now);
}

void MatrixView::setChange(const QList<MatrixRow>& before, const QList<MatrixRow>& after)
{
    fill(before, after);
}

void MatrixView::fill(const QList<MatrixRow>& before, const QList<MatrixRow>& after)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_sentences.clear();
    const QStringList titles{tr("to an own domain"), tr("to the outside"),
                             tr("outside, as an own sender")};
    for (int column = 0; column < titles.size(); ++column) {
        m_grid->addWidget((new Label(titles.at(column), TextRole::Small, Tone::Dim))->wrapped(), 0,
                          column + 1);
    }
    QList<MatrixRow> rows = after;
    // A kind of client that the change does away with still gets its line.
    for (const MatrixRow& old : before) {
        const bool kept = std::any_of(after.cbegin(), after.cend(), [&](const MatrixRow& row) {
            return row.client == old.client && row.service == old.service;
        });
        if (!kept) {
            MatrixRow gone = old;
            for (const auto cell : kCells) {
                gone.*cell = MatrixAnswer::NotApplicable;
            }
            rows.append(gone);
        }
    }
    int line = 1;
    for (const MatrixRow& row : rows) {
        const auto old = std::find_if(before.cbegin(), before.cend(), [&](const MatrixRow& other) {
            return other.client == row.client && other.service == row.service;
        });
        m_grid->addWidget((new Label(row.client, TextRole::Body))->wrapped(), line, 0,
                          Qt::AlignTop);
        QStringList said;
        for (int column = 0; column < int(kCells.size()); ++column) {
            const MatrixAnswer now = row.*kCells[size_t(column)];
            const MatrixAnswer was = old == before.cend() ? now : (*old).*kCells[size_t(column)];
            auto* cell = new Label(TextRole::Body);
            if (was == now) {
                cell->setText(matrixAnswerWord(now));
            } else {
                delete cell;
                cell = new Label(TextRole::Strong);
                cell->setText(u"%1 → %2"_s.arg(matrixAnswerWord(was), matrixAnswerWord(now)));
                const bool closes = was == MatrixAnswer::Accept;
                const bool opens = now == MatrixAnswer::Accept && column > 0;
                cell->setStatusColor(opens    ? StatusLevel::Critical
                                     : closes ? StatusLevel::Ok
                                              : StatusLevel::Unknown);
            }
            cell->wrapped();
            said.append(u"%1: %2"_s.arg(titles.at(column), cell->fullText()));
            m_grid->addWidget(cell, line, column + 1, Qt::AlignTop);
        }
        m_sentences.append(u"%1 — %2"_s.arg(row.client, said.join(u", "_s)));
        ++line;
    }
    setAccessibleDescription(m_sentences.join(u". "_s));
}

} // namespace gatepost
