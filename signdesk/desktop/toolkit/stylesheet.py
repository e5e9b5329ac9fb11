"""The style sheet, generated from the tokens. It selects by roles and tones that widgets carry."""

from __future__ import annotations

from signdesk.desktop.toolkit.tokens import CARD_EDGE, RADIUS_CARD, RADIUS_CONTROL, Colours, Sizes

SCROLL_BAR_PX = 10


def sheet(colours: Colours, sizes: Sizes) -> str:
    """The whole sheet for one look."""
    parts = (_surfaces, _labels, _buttons, _fields, _lists, _tones)
    return "\n".join(part(colours, sizes) for part in parts)


def _surfaces(c: Colours, _s: Sizes) -> str:
    return f"""
    QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
    QWidget#window, QWidget#board, QWidget#intake, QWidget#preview {{ background: {c.window}; }}
    QFrame#header {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.line}; }}
    QFrame[surface="box"] {{
        background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS_CARD}px;
    }}
    QFrame[surface="desk"] {{
        background: {c.window}; border: 1px solid {c.line}; border-radius: {RADIUS_CARD}px;
    }}
    QScrollArea, QScrollArea > QWidget > QWidget#column {{ background: transparent; border: 0; }}
    QScrollArea#help, QScrollArea#facts {{ border: 2px solid transparent; border-radius: {RADIUS_CARD}px; }}
    QScrollArea#help:focus, QScrollArea#facts:focus {{ border-color: {c.accent_text}; }}
    QFrame#rule {{ background: {c.line}; border: 0; }}
    QFrame#foot {{ border: 0; border-top: 1px solid transparent; background: {c.window}; }}
    QFrame#foot[edge="yes"] {{ border-top-color: {c.line}; }}
    QFrame#undo {{
        background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS_CONTROL}px;
    }}
    QFrame#side {{ background: {c.surface}; border: 0; border-right: 1px solid {c.line}; }}
    QSplitter::handle {{ background: {c.line}; }}
    QScrollBar:vertical {{ background: transparent; width: {SCROLL_BAR_PX}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {SCROLL_BAR_PX}px; margin: 0; }}
    QScrollBar::handle {{ background: {c.muted}; border-radius: 3px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {c.text}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _labels(c: Colours, s: Sizes) -> str:
    roles = (
        ("body", c.text, s.body_px, 400),
        ("strong", c.text, s.body_px, 600),
        ("heading", c.text, s.heading_px, 600),
        ("muted", c.muted, s.small_px, 400),
        ("small", c.text, s.small_px, 400),
        ("needs", c.needs, s.small_px, 400),
        ("error", c.error, s.small_px, 400),
        ("done", c.done, s.small_px, 400),
        ("accent", c.accent_text, s.small_px, 400),
    )
    return "\n".join(
        f'QLabel[role="{role}"] {{ color: {colour}; font-size: {size}px; font-weight: {weight}; '
        "background: transparent; }"
        for role, colour, size, weight in roles
    )


def _buttons(c: Colours, s: Sizes) -> str:
    return f"""
    QPushButton {{
        outline: none;
        background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
        border-radius: {RADIUS_CONTROL}px; padding: 5px 12px; font-size: {s.small_px}px;
    }}
    QPushButton:hover {{ background: {c.hover}; border-color: {c.muted}; }}
    QPushButton:pressed {{ background: {c.track}; }}
    QPushButton:focus {{ border: 2px solid {c.accent_text}; padding: 4px 11px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.track}; border-color: {c.track}; }}
    QPushButton[look="outline"] {{ color: {c.accent_text}; border-color: {c.accent_text}; }}
    QPushButton[look="outline"]:focus {{
        background: {c.accent_tint}; border: 2px solid {c.text}; padding: 4px 11px;
    }}
    QPushButton[look="primary"] {{
        background: {c.accent}; color: {c.on_accent}; border: 2px solid {c.accent};
        border-radius: {RADIUS_CARD}px; padding: 9px 16px; font-size: {s.heading_px}px; font-weight: 600;
    }}
    QPushButton[look="strong"] {{
        background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
    }}
    QPushButton[look="primary"]:hover, QPushButton[look="strong"]:hover {{ border-color: {c.text}; }}
    QPushButton[look="primary"]:focus, QPushButton[look="strong"]:focus {{
        border: 3px double {c.text}; background-clip: padding;
    }}
    QPushButton[look="primary"]:focus {{ padding: 8px 15px; }}
    QPushButton[look="strong"]:focus {{ padding: 3px 10px; }}
    QPushButton[large="yes"] {{
        padding: 7px 16px; font-size: {s.body_px}px; font-weight: 600; border-width: 2px;
    }}
    QPushButton[look="strong"][large="yes"]:focus {{ padding: 6px 15px; }}
    QPushButton[look="outline"][large="yes"]:focus {{ border-width: 3px; padding: 6px 15px; }}
    QPushButton[look="primary"]:disabled {{
        background: {c.track}; color: {c.muted}; border-color: {c.track};
    }}
    QPushButton[look="link"], QPushButton[look="link"]:hover, QPushButton[look="link"]:pressed {{
        background: transparent; color: {c.accent_text}; border: 2px solid transparent; padding: 2px 4px;
    }}
    QPushButton[look="link"]:hover {{ text-decoration: underline; }}
    QPushButton[look="link"][quiet="yes"] {{ color: {c.muted}; }}
    QPushButton[look="link"]:focus {{ border-color: {c.accent_text}; padding: 2px 4px; }}
    QPushButton[look="filter"] {{
        background: transparent; color: {c.muted}; border: 2px solid transparent; padding: 4px 8px;
    }}
    QPushButton[look="filter"]:hover {{ color: {c.text}; background: {c.track}; }}
    QPushButton[look="filter"]:checked {{
        background: {c.accent_tint}; color: {c.accent_text}; font-weight: 600;
        border-color: {c.accent_text if c.flat else "transparent"};
    }}
    QPushButton[look="filter"]:focus {{ border-color: {c.accent_text}; padding: 4px 8px; }}
    QPushButton[look="row"] {{
        background: transparent; border: 2px solid transparent; border-bottom: 1px solid {c.line};
        border-radius: 0; padding: 0; text-align: left;
    }}
    QPushButton[look="row"]:hover {{ background: {c.hover}; }}
    QPushButton[look="row"]:checked {{
        background: {c.accent_tint}; border: 2px solid {c.accent_text if c.flat else c.accent_tint};
    }}
    QPushButton[look="row"]:focus {{ border: 2px {"dashed" if c.flat else "solid"} {c.accent_text}; }}
    {_FLAT_FOCUS.format(c=c) if c.flat else ""}
    """


# Where lines are as strong as text, another colour of the line would not be seen.
_FLAT_FOCUS = """
    QPushButton[look="primary"]:focus, QPushButton[look="strong"]:focus {{
        background: {c.on_accent}; color: {c.accent}; border: 2px dashed {c.accent};
    }}
    QPushButton[look="primary"]:focus {{ padding: 9px 16px; }}
    QPushButton[look="strong"]:focus {{ padding: 4px 11px; }}
    QPushButton[large="yes"]:focus {{ padding: 7px 16px; border-width: 2px; }}
    QPushButton[look="outline"]:focus {{ border: 2px dashed {c.text}; padding: 4px 11px; }}
    QPushButton[look="outline"][large="yes"]:focus {{ padding: 7px 16px; border-width: 2px; }}
    QPushButton[look="filter"]:checked:focus {{ border-style: dashed; }}
"""


def _fields(c: Colours, s: Sizes) -> str:
    return f"""
    QLineEdit, QComboBox, QPushButton[look="choice"] {{
        background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
        border-radius: {RADIUS_CONTROL}px; padding: 7px 9px; font-size: {s.body_px}px; text-align: left;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit {{ placeholder-text-color: {c.muted}; }}
    QLineEdit[compact="yes"] {{ padding: 4px 8px; font-size: {s.small_px}px; }}
    QLineEdit:hover, QComboBox:hover, QPushButton[look="choice"]:hover {{ border-color: {c.muted}; }}
    QLineEdit:focus, QComboBox:focus, QPushButton[look="choice"]:focus {{
        border: 2px solid {c.accent_text}; padding: 6px 8px;
    }}
    QLineEdit[compact="yes"]:focus {{ padding: 3px 7px; }}
    QLineEdit[wrong="yes"], QComboBox[wrong="yes"] {{ border-color: {c.error}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {c.muted}; background: {c.track}; }}
    QComboBox {{ padding-right: 28px; }}
    QComboBox:focus {{ padding-right: 27px; }}
    QComboBox:editable {{ padding-left: 7px; }}
    QComboBox:editable:focus {{ padding-left: 6px; }}
    QComboBox::drop-down {{ border: 0; width: 28px; }}
    QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0; background: transparent; }}
    QComboBox QAbstractItemView {{
        background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; outline: 0; padding: 4px;
        selection-background-color: {c.accent_tint}; selection-color: {c.accent_text};
    }}
    QComboBox QAbstractItemView::item {{ min-height: {s.scaled(26)}px; padding: 0 6px; }}
    QCheckBox {{
        border: 2px solid transparent; border-radius: {RADIUS_CONTROL}px; padding: 1px; spacing: 0;
    }}
    QCheckBox:focus {{ border-color: {c.accent_text}; }}
    QCheckBox::indicator {{
        width: {s.scaled(14)}px; height: {s.scaled(14)}px; border: 1px solid {c.muted}; border-radius: 3px;
        background: {c.surface};
    }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
    QCheckBox::indicator:disabled {{ background: {c.track}; border-color: {c.muted}; }}
    QPlainTextEdit {{
        background: {c.window}; color: {c.text}; border: 1px solid {c.line};
        border-radius: {RADIUS_CONTROL}px; font-size: {s.small_px}px; padding: 4px;
    }}
    QPlainTextEdit:focus {{ border: 2px solid {c.accent_text}; padding: 3px; }}
    QWidget#preview QPlainTextEdit {{
        background: {c.surface}; border: 2px solid transparent; border-radius: {RADIUS_CARD - 1}px;
        font-size: {s.body_px}px; padding: 8px;
    }}
    QWidget#preview QPlainTextEdit:focus {{ border-color: {c.accent_text}; padding: 8px; }}
    QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent_tint}; color: {c.accent_text}; }}
    QMenu::item:disabled {{ color: {c.muted}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
    """


def _lists(c: Colours, s: Sizes) -> str:
    return f"""
    QListView, QTableView {{
        background: transparent; color: {c.text}; border: 0; outline: 0; font-size: {s.small_px}px;
    }}
    QListView#choices {{ font-size: {s.body_px}px; }}
    QListView#choices::item {{
        border: 2px solid transparent; border-radius: {RADIUS_CONTROL}px; padding: 5px 8px; color: {c.text};
    }}
    QListView#choices::item:hover {{ background: {c.hover}; }}
    QListView#choices::item:selected {{
        background: {c.accent_tint}; color: {c.accent_text};
        border-color: {c.accent_text if c.flat else "transparent"};
    }}
    QListView#choices::item:selected:focus {{
        border: 2px {"dashed" if c.flat else "solid"} {c.accent_text};
    }}
    QTableView {{
        gridline-color: {c.line};
        selection-background-color: {c.accent_tint}; selection-color: {c.text};
    }}
    QTableView::item {{ border: 0; border-bottom: 1px solid {c.line}; padding: 0 5px; }}
    QTableView:focus {{ border: 1px solid {c.accent_text}; }}
    QHeaderView {{ background: transparent; border: 0; }}
    QHeaderView::section {{
        background: transparent; color: {c.muted}; border: 0; border-bottom: 1px solid {c.line};
        padding: 4px 8px; font-size: {s.small_px}px; font-weight: 400;
    }}
    """


def _tones(c: Colours, s: Sizes) -> str:
    rules = []
    for tone, colour, tint in (
        ("accent", c.accent_text, c.accent_tint),
        ("done", c.done, c.done_tint),
        ("needs", c.needs, c.needs_tint),
        ("error", c.error, c.error_tint),
        ("neutral", c.muted, c.track),
    ):
        rules.append(
            f"""
            QFrame#badge[tone="{tone}"] QLabel {{
                color: {colour}; font-size: {s.small_px}px; font-weight: 600;
            }}
            QFrame[edge="tone"][tone="{tone}"] {{ border-left: {CARD_EDGE}px solid {colour}; }}
            QFrame#banner[tone="{tone}"] {{ background: {tint}; border: 0; }}
            QFrame#banner[tone="{tone}"] QLabel {{
                color: {colour}; font-size: {s.small_px}px; font-weight: 600;
            }}
            """
        )
    return "\n".join(rules)
