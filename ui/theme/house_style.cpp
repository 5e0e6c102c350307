// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/house_style.h"

#include "ui/theme/icon_set.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr auto kKindProperty = "gatepostButtonKind";

int controlHeight(const QStyleOption* option)
{
    return qMax(dp(32), option->fontMetrics.height() + dp(14));
}

} // namespace

void setButtonKind(QAbstractButton* button, ButtonKind kind)
{
    button->setProperty(kKindProperty, int(kind));
    button->updateGeometry();
    button->update();
}

ButtonKind buttonKind(const QWidget* button)
{
    return button ? ButtonKind(button->property(kKindProperty).toInt()) : ButtonKind::Normal;
}

QPushButton* makeButton(const QString& text, const QString& objectName, ButtonKind kind,
                        QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    setButtonKind(button, kind);
    if (kind == ButtonKind::Link) {
        button->setCursor(Qt::PointingHandCursor);
    }
    return button;
}

QPushButton* makeIconButton(const QString& icon, const QString& label, const QString& objectName,
                            QWidget* parent)
{
    QPushButton* button = makeButton({}, objectName, ButtonKind::Icon, parent);
    button->setProperty("gatepostIcon", icon);
    button->setToolTip(plainToolTip(label));
    button->setAccessibleName(label);
    return button;
}

HouseStyle::HouseStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            drawButtonBevel(*button, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            drawButtonLabel(*button, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            paintProgress(*painter, *bar, element == CE_ProgressBarContents);
            return;
        }
        break;
    case CE_ProgressBarLabel:
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (!widget || !widget->property("gatepostPlain").toBool()) {
            painter->fillRect(option->rect, currentTokens().field);
        }
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader dim(*header);
            dim.palette.setColor(QPalette::ButtonText, currentTokens().dim);
            // QCommonStyle asks itself, not the proxy, for SE_HeaderLabel (Qt 6.4); the text has to
            // begin where the cells' text does. Gone when the header lines up without this.
            if (!widget || !widget->property("gatepostPlain").toBool()) {
                dim.rect.adjust(dp(8), 0, -dp(4), 0);
            }
            QProxyStyle::drawControl(element, &dim, painter, widget);
            return;
        }
        break;
    case CE_Splitter:
        return;
    case CE_ComboBoxLabel:
        // An editable box shows its text in a field of its own.
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            box && !box->editable) {
            const QRect rect =
                proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
            const auto group = box->state & State_Enabled ? QPalette::Active : QPalette::Disabled;
            painter->setPen(box->palette.color(group, QPalette::ButtonText));
            painter->drawText(
                rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, rect.width()));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawButtonBevel(const QStyleOptionButton& option, QPainter* painter,
                                 const QWidget* widget) const
{
    ButtonLook look;
    look.kind = buttonKind(widget);
    look.enabled = option.state & State_Enabled;
    look.hovered = option.state & State_MouseOver;
    look.pressed = option.state & State_Sunken;
    look.checked = option.state & State_On;
    look.focused = option.state & State_HasFocus;
    paintButtonBevel(*painter, option.rect, look);
}

void HouseStyle::drawButtonLabel(const QStyleOptionButton& option, QPainter* painter,
                                 const QWidget* widget) const
{
    const bool enabled = option.state & State_Enabled;
    const ButtonKind kind = buttonKind(widget);
    const QColor color = buttonTextColor(kind, enabled, option.state & State_On);
    const QString icon = widget ? widget->property("gatepostIcon").toString() : QString();
    QRect rect = option.rect;
    if (!icon.isEmpty()) {
        const int size = dp(kind == ButtonKind::Icon ? 18 : 14);
        QRect place(0, 0, size, size);
        place.moveCenter(rect.center());
        const int textWidth = option.fontMetrics.horizontalAdvance(option.text);
        if (kind != ButtonKind::Icon) {
            place.moveLeft(rect.center().x() - (textWidth + size + dp(7)) / 2);
            rect.setLeft(place.right() + dp(7));
            rect.setRight(rect.left() + textWidth + 2);
        }
        painter->drawPixmap(place.topLeft(),
                            iconPixmap(icon, color, size, painter->device()->devicePixelRatioF()));
    }
    if (option.text.isEmpty()) {
        return;
    }
    painter->setPen(color);
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    if (!proxy()->styleHint(SH_UnderlineShortcut, &option, widget)) {
        flags |= Qt::TextHideMnemonic;
    }
    painter->drawText(rect, flags, option.text);
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        if (!qobject_cast<const QPushButton*>(widget)) {
            paintFocus(*painter, option->rect);
        }
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0) {
            paintField(*painter, option->rect, option->state & State_Enabled,
                       option->state & State_HasFocus, option->state & State_ReadOnly);
        }
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option->rect, option->state & State_On, option->state & State_Enabled,
                   option->state & State_HasFocus);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, option->rect, option->state & State_On, option->state & State_Enabled,
                   option->state & State_HasFocus);
        return;
    case PE_PanelTipLabel: {
        const ThemeTokens tokens = currentTokens();
        painter->fillRect(option->rect, tokens.card);
        painter->setPen(tokens.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        paintField(*painter, option->rect, option->state & State_Enabled,
                   option->state & State_HasFocus, false);
        const int size = dp(14);
        const QRect arrow = proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget);
        QRect place(0, 0, size, size);
        place.moveCenter(arrow.center());
        painter->drawPixmap(place.topLeft(),
                            iconPixmap(u"chevron-down"_s, currentTokens().dim, size,
                                       painter->device()->devicePixelRatioF()));
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            paintScrollBar(*painter, *bar,
                           proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                 SubControl subControl, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        const int arrow = dp(26);
        if (subControl == SC_ComboBoxArrow) {
            return {rect.right() - arrow, rect.top(), arrow, rect.height()};
        }
        if (subControl == SC_ComboBoxEditField) {
            return rect.adjusted(dp(10), 1, -arrow, -1);
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return scrollBarPart(*bar, subControl);
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect HouseStyle::subElementRect(SubElement element, const QStyleOption* option,
                                 const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(dp(8), 1, -dp(8), -1)
                                             : option->rect;
    }
    if (element == SE_HeaderLabel) {
        const bool plain = widget && widget->property("gatepostPlain").toBool();
        return option->rect.adjusted(dp(plain ? 4 : 10), 0, -dp(plain ? 4 : 6), 0);
    }
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove) {
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton: {
        const ButtonKind kind = buttonKind(widget);
        if (kind == ButtonKind::Icon) {
            return {controlHeight(option), controlHeight(option)};
        }
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const QString text = button ? button->text : QString();
        const bool icon = widget && !widget->property("gatepostIcon").toString().isEmpty();
        const int width =
            option->fontMetrics.size(Qt::TextShowMnemonic, text).width() + (icon ? dp(21) : 0);
        if (kind == ButtonKind::Link) {
            return {width + dp(8), option->fontMetrics.height() + dp(8)};
        }
        const int height =
            kind == ButtonKind::Chip ? controlHeight(option) - dp(4) : controlHeight(option);
        return {width + dp(30), height};
    }
    case CT_LineEdit:
        return {size.width() + dp(16), controlHeight(option)};
    case CT_ComboBox:
        return {size.width() + dp(44), controlHeight(option)};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + dp(8), qMax(base.height(), dp(30))};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + dp(8), qMax(base.height(), option->fontMetrics.height() + dp(10))};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return dp(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return dp(8);
    case PM_ScrollBarExtent:
        return dp(11);
    case PM_ScrollBarSliderMin:
        return dp(28);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return dp(12);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
        return dp(16);
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_ComboBoxFrameWidth:
        return 1;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void HouseStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

} // namespace gatepost
