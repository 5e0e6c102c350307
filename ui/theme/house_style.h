// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>
#include <QString>

class QAbstractButton;
class QPushButton;
class QStyleOptionButton;

namespace gatepost {

/// What a button means; decides how it is painted.
enum class ButtonKind {
    Normal,
    Primary, ///< the page's main step: accent, one per page at most
    Danger,  ///< cannot be undone
    Link,    ///< text only, accent
    Chip,    ///< rounded filter, checkable
    Icon     ///< square, icon only; needs a tooltip and an accessible name
};

void setButtonKind(QAbstractButton* button, ButtonKind kind);
ButtonKind buttonKind(const QWidget* button);

/// A push button with its name for tests and its kind set.
QPushButton* makeButton(const QString& text, const QString& objectName,
                        ButtonKind kind = ButtonKind::Normal, QWidget* parent = nullptr);
/// An icon-only button; `label` becomes tooltip and accessible name.
QPushButton* makeIconButton(const QString& icon, const QString& label, const QString& objectName,
                            QWidget* parent = nullptr);

/// Fusion underneath; buttons, fields, checks, bars, headers and focus painted from the theme's
/// tokens with sizes that follow the font.
class HouseStyle : public QProxyStyle
{
    Q_OBJECT

public:
    HouseStyle();

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                         SubControl subControl, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

private:
    void drawButtonBevel(const QStyleOptionButton& option, QPainter* painter,
                         const QWidget* widget) const;
    void drawButtonLabel(const QStyleOptionButton& option, QPainter* painter,
                         const QWidget* widget) const;
};

} // namespace gatepost
