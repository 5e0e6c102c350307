// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"

#include <QWidget>

class QGridLayout;

namespace gatepost {

/// "accept", "refuse", ... translated.
QString matrixAnswerWord(MatrixAnswer answer);

/// Who may send where: a row per kind of client, a column per target. With a second matrix, cells
/// that differ read "accept → refuse"; what closes is marked ok, what opens critical.
class MatrixView : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixView(const QString& objectName, QWidget* parent = nullptr);

    void setMatrix(const QList<MatrixRow>& now);
    void setChange(const QList<MatrixRow>& before, const QList<MatrixRow>& after);
    /// The cells' texts row by row, for tests and screen readers.
    QStringList sentences() const { return m_sentences; }

private:
    void fill(const QList<MatrixRow>& before, const QList<MatrixRow>& after);

    QGridLayout* m_grid;
    QStringList m_sentences;
};

} // namespace gatepost
