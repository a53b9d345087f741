"""The style sheet: what the palette alone cannot say."""

from __future__ import annotations

from desktop_app.gui.theme import Theme
from desktop_app.places import resources

_SHEET = """
QToolTip {{ color: {text}; background: {page}; border: 1px solid {line}; padding: 4px; }}

QMenuBar {{ background: {window}; padding: 2px 4px 0 4px; }}
QMenuBar::item {{ padding: 3px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {button}; }}
QMenu {{ background: {page}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 30px; border-radius: 4px; color: {text}; }}
QMenu::item:selected {{ background: {button}; }}
QMenu::item:disabled {{ color: {grip}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::indicator {{ width: 16px; height: 16px; left: 8px; }}
QMenu::indicator:checked {{ image: url("{icons}/check-{name}.svg"); }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}

QToolBar {{ border: none; border-bottom: 1px solid {line}; padding: 3px 6px; spacing: 4px; }}
QToolBar QToolButton {{ padding: 4px 8px; border: 1px solid transparent; border-radius: 5px; }}
QToolBar QToolButton:hover {{ background: {button}; }}
QToolBar QToolButton:disabled {{ color: {grip}; }}
QToolBar QToolButton#languageSwitch {{ border-color: {line}; background: {page};
    padding: 3px 8px; margin: 0 4px; }}
QToolBar QToolButton#languageSwitch:hover {{ border-color: {quiet}; }}
QToolBar QToolButton[view="true"] {{ border-radius: 0; border: none;
    border-bottom: 2px solid transparent; padding: 5px 8px 4px 8px; color: {quiet}; }}
QToolBar QToolButton[view="true"]:checked {{ border-bottom-color: {accent}; color: {text}; }}
QToolBar QToolButton[view="true"]:focus {{ background: {button}; }}
QToolBar QToolButton:focus, QToolBar QToolButton#languageSwitch:focus {{ border-color: {accent}; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {line}; }}

QLineEdit {{ padding: 5px 7px; border: 1px solid {line}; border-radius: 5px;
    background: {page}; color: {text}; }}
QLineEdit:focus {{ border: 1px solid {accent}; }}
QLineEdit#queryBox {{ padding: 7px 9px 7px 3px; }}
QPushButton {{ padding: 5px 16px; border: 1px solid {line}; border-radius: 5px;
    background: {page}; color: {text}; }}
QPushButton:hover {{ border-color: {quiet}; }}
QPushButton:pressed {{ background: {button}; }}
QPushButton:focus, QPushButton:default {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {grip}; background: {window}; }}
QComboBox {{ padding: 3px 4px 3px 8px; border: 1px solid transparent; border-radius: 5px;
    background: transparent; color: {text}; }}
QComboBox[entry="true"] {{ border-color: {line}; background: {page}; }}
QComboBox:hover {{ border-color: {line}; background: {page}; }}
QComboBox:focus {{ border-color: {accent}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{name}.svg"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {page}; color: {text}; border: 1px solid {line};
    selection-background-color: {button}; selection-color: {text}; outline: none; padding: 3px; }}
QListView#history {{ background: {page}; color: {text}; border: 1px solid {line};
    outline: none; }}
QListView#history::item {{ padding: 5px 8px; border-radius: 4px; color: {text}; }}
QListView#history::item:selected, QListView#history::item:hover {{ background: {button}; }}
QProgressBar {{ border: none; border-radius: 3px; background: {line}; max-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}

QHeaderView, QHeaderView::section {{ background: {window}; color: {quiet}; border: none; }}
QHeaderView::section {{ padding: 4px 5px; border-bottom: 1px solid {line}; }}
QHeaderView::section:hover {{ color: {text}; background: {button}; }}
QTableView#collocateTable {{ background: {page}; color: {text};
    selection-background-color: {button}; selection-color: {text}; outline: none; }}
QTableView#collocateTable::item {{ padding: 0 10px; }}
QTableView#collocateTable QHeaderView::section {{ padding: 4px 13px; }}
QTableView#concordanceLines {{ outline: none; }}

QScrollBar {{ background: transparent; border: none; }}
QTableView QScrollBar, QTextBrowser QScrollBar {{ background: {page}; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {grip}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 30px; }}
QScrollBar::handle:horizontal {{ min-width: 30px; }}
QScrollBar::handle:hover {{ background: {quiet}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QToolButton[chip="true"] {{ padding: 2px 9px; border: 1px solid {line}; border-radius: 10px;
    background: {page}; color: {text}; }}
QToolButton[plain="true"] {{ padding: 3px 5px; border: 1px solid transparent;
    border-radius: 5px; background: transparent; color: {quiet}; }}
QToolButton[plain="true"]:hover {{ background: {button}; }}
QToolButton[plain="true"]:focus {{ border-color: {accent}; }}
QListWidget#markSections {{ background: {window}; border: none; outline: none;
    border-right: 1px solid {line}; padding: 8px; }}
QListWidget#markSections::item {{ padding: 6px 8px; border-radius: 5px; color: {text}; }}
QListWidget#markSections::item:selected {{ background: {button}; color: {text}; }}
QListWidget#markSections:focus {{ border-right-color: {accent}; }}
QToolButton#markMore::menu-indicator {{ image: none; }}
QListView#markRows {{ background: {page}; outline: none; }}
QListView#markRows:focus {{ border: 1px solid {accent}; }}
QFrame#noteCard {{ background: {page}; border: 1px solid {grip}; border-radius: 6px; }}
QLabel#noteQuote {{ color: {quiet}; }}
QPlainTextEdit#noteText {{ border: none; background: {page}; color: {text}; }}
QFrame#noteCard QToolButton {{ border: 2px solid transparent; border-radius: 5px; padding: 2px;
    background: transparent; }}
QFrame#noteCard QToolButton:hover {{ background: {button}; }}
QFrame#noteCard QToolButton:checked {{ border-color: {quiet}; }}
QFrame#noteCard QToolButton:focus {{ border-color: {accent}; }}
QToolButton#pairButton {{ padding-right: 22px; }}
QToolButton#pairButton::menu-button {{ border: none; width: 18px; }}
QToolButton[chip="true"]:hover {{ border-color: {quiet}; }}
QToolButton[chip="true"]:focus {{ border-color: {accent}; }}
QToolButton[chip="true"]:disabled {{ color: {grip}; background: {window}; }}
QToolButton[chip="true"]:checked {{ background: {accent}; color: {on_accent};
    border-color: {accent}; }}
FacetBar QToolButton[chip="true"] {{ padding: 2px 7px; font-size: 9pt; }}
QToolButton#bothLanguages {{ padding: 4px 9px; }}
QToolButton#bothLanguages:!checked {{ color: {quiet}; }}
ArchiveBar QToolButton[chip="true"] {{ padding: 2px 20px 2px 8px; font-size: 9pt; }}
ArchiveBar QToolButton::menu-button {{ border: none; width: 16px; }}
ArchiveBar QToolButton[chip="true"]:checked {{ background: {button}; color: {text};
    border-color: {line}; }}
ArchiveBar QToolButton[chip="true"]:!checked {{ color: {quiet}; border-style: dashed; }}
ArchiveBar QToolButton[chip="true"]:focus {{ border-color: {accent}; }}
ArchiveBar QLabel {{ color: {quiet}; font-size: 9pt; padding: 4px 0; }}
ExpansionBar QToolButton[chip="true"] {{ padding: 1px 7px; font-size: 9pt; }}
ExpansionBar QToolButton[chip="true"]:checked {{ background: {button}; color: {text};
    border-color: {quiet}; }}
ExpansionBar QToolButton[chip="true"]:!checked {{ color: {quiet}; border-style: dashed; }}
ExpansionBar QToolButton[chip="true"]:focus {{ border-color: {accent}; }}
QLabel#expandedWord {{ color: {quiet}; font-size: 9pt; padding: 4px 0; }}

QTabBar#itemTabs {{ background: {window}; }}
QTabBar#itemTabs::tab {{ background: {window}; color: {quiet}; border: none;
    border-right: 1px solid {line}; border-bottom: 1px solid {line}; padding: 6px 4px 6px 12px; }}
QTabBar#itemTabs::tab:hover {{ background: {button}; color: {text}; }}
QTabBar#itemTabs::tab:selected {{ background: {page}; color: {text};
    border-bottom: 1px solid {page}; }}
QTabBar#itemTabs::tab:selected:focus {{ border-bottom: 2px solid {accent};
    padding-bottom: 5px; }}
QTabBar#itemTabs::scroller {{ width: 36px; }}
QTabBar#itemTabs::tear {{ width: 0; border: none; }}
QTabBar#itemTabs QToolButton#ScrollLeftButton, QTabBar#itemTabs QToolButton#ScrollRightButton {{
    background: {window}; border: none; border-bottom: 1px solid {line}; }}
QTabBar#itemTabs QToolButton#ScrollLeftButton:hover,
QTabBar#itemTabs QToolButton#ScrollRightButton:hover {{ background: {button}; }}
QWidget#tabStrip {{ background: {window}; }}
QToolButton#allTabs {{ border: none; border-bottom: 1px solid {line}; padding: 4px 8px;
    color: {quiet}; background: {window}; }}
QToolButton#allTabs:hover {{ color: {text}; background: {button}; }}
QToolButton#allTabs:focus {{ border: 1px solid {accent}; }}
QToolButton#allTabs::menu-indicator {{ image: none; width: 0; }}
QToolButton#closeTab {{ border: 1px solid transparent; border-radius: 4px; padding: 1px; }}
QToolButton#closeTab:hover {{ background: {button}; border-color: {line}; }}

ListSwitch QToolButton {{ padding: 3px 12px; border: 1px solid {line}; background: {page};
    color: {quiet}; }}
ListSwitch QToolButton[part="first"] {{ border-top-left-radius: 5px;
    border-bottom-left-radius: 5px; border-right: none; }}
ListSwitch QToolButton[part="last"] {{ border-top-right-radius: 5px;
    border-bottom-right-radius: 5px; }}
ListSwitch QToolButton:hover {{ color: {text}; }}
ListSwitch QToolButton:checked {{ background: {button}; color: {text}; }}
ListSwitch QToolButton:focus {{ border: 1px solid {accent}; }}
QWidget#firstRun, QWidget#firstRunWhole, QScrollArea#firstRunScroll {{ background: {window}; }}
QPushButton[choice="true"] {{ text-align: left; background: {page}; border-radius: 8px; }}
QPushButton[choice="true"] QLabel {{ background: transparent; color: {text}; }}
QPushButton[choice="true"] QLabel#choiceText, QLabel#firstRunText, QLabel#firstRunDropWords {{
    color: {quiet}; }}
QFrame#firstRunDrop {{ border: 1px dashed {grip}; border-radius: 8px; padding: 6px; }}
QFrame#firstRunDrop[over="true"] {{ border: 2px solid {accent}; background: {page}; }}
QToolBar#goneBar {{ background: {place}; padding: 4px 10px; }}
QLabel#goneWords {{ color: {text}; background: transparent; padding: 0 8px 0 4px; }}
QPushButton[link="true"] {{ color: {accent}; border: 1px solid transparent; padding: 1px 2px;
    background: transparent; border-radius: 3px; }}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border-color: {accent}; }}
QListView[homeRows="true"] {{ background: {window}; border: none; outline: none; }}
QScrollArea#homeScroll, QWidget#homeMiddle, QWidget#homeBody {{ background: {window}; }}
QLabel#homeSpan, QLabel#homeLegend {{ color: {quiet}; }}
QPushButton#otherList {{ color: {accent}; border: none; padding: 0; background: transparent;
    text-decoration: underline; }}
QPushButton#otherList:focus {{ border: 1px solid {accent}; border-radius: 3px; }}
QLabel#linkSign {{ color: {text}; background: {window}; border: 1px solid {line};
    border-left: none; border-bottom: none; border-top-right-radius: 5px; padding: 2px 8px; }}
QFrame#outline {{ background: {page}; border: 1px solid {grip}; border-radius: 8px; }}
QListView#outlineList {{ background: {page}; color: {text}; outline: none; }}
QListView#outlineList::item {{ padding: 4px 6px; border-radius: 4px; color: {text}; }}
QListView#outlineList::item:selected {{ background: {button}; color: {text}; }}
QFrame#continueSign {{ background: {page}; border: 1px solid {grip}; border-radius: 8px; }}
QLabel#continueWords {{ color: {quiet}; background: transparent; }}
QProgressBar#readingProgress {{ background: transparent; border-radius: 0; max-height: 3px; }}
QProgressBar#readingProgress::chunk {{ background: {grip}; border-radius: 0; }}
QFrame#lookUp {{ background: {page}; border: 1px solid {grip}; border-radius: 6px; }}
QFrame#appearancePanel {{ background: {page}; border: 1px solid {grip}; }}
QFrame#appearancePanel QLabel {{ color: {quiet}; background: transparent; }}
ChipRow#themes QToolButton[chip="true"] {{ padding: 2px 3px; border-radius: 6px;
    border: 2px solid transparent; background: transparent; }}
ChipRow#themes QToolButton[chip="true"]:checked {{ border-color: {accent}; }}
ChipRow#themes QToolButton[chip="true"]:focus {{ background: {button}; }}
QLabel#printPlace, QLabel#printNote {{ color: {quiet}; }}
QLabel#lookUpEntry {{ color: {text}; background: transparent; }}
QLabel#lookUpNote {{ color: {quiet}; background: transparent; font-size: 9pt; }}
QPlainTextEdit#linkAddress {{ border: 1px solid {line}; border-radius: 5px;
    background: {page}; padding: 4px; }}
QLabel#linkSpelt {{ color: {quiet}; }}
FigureTable QHeaderView::section {{ padding-right: 14px; }}
QLabel#personName {{ font-size: 15pt; }}
QLabel#personAlso, QLabel#personFigures {{ color: {quiet}; }}
QLabel[section="true"] {{ color: {quiet}; padding-top: 8px; }}
QScrollArea#personScroll, QWidget#personBody {{ background: {window}; }}
QTableView#speakerTable, QTableView#speakerRoles, QTableView#speakerWords,
QTableView#speakerPeople {{ background: {page}; color: {text}; outline: none;
    selection-background-color: {button}; selection-color: {text}; }}
QTableView#speakerTable::item, QTableView#speakerRoles::item, QTableView#speakerWords::item,
QTableView#speakerPeople::item {{ padding: 0 5px; }}
QTableView#speakerTable:focus, QTableView#speakerRoles:focus, QTableView#speakerWords:focus,
QTableView#speakerPeople:focus {{ border: 1px solid {accent}; }}
QToolButton#personNames {{ padding: 5px 22px 5px 14px; border: 1px solid {line};
    border-radius: 5px; background: {page}; color: {text}; }}
QToolButton#personNames:hover {{ border-color: {quiet}; }}
QToolButton#personNames:focus {{ border-color: {accent}; }}
QToolButton#personNames:disabled {{ color: {grip}; background: {window}; }}
QToolButton#personNames::menu-indicator {{ image: url("{icons}/down-{name}.svg"); width: 12px;
    height: 12px; subcontrol-position: right center; right: 7px; }}
QLabel#comparisonHeading {{ padding: 2px 4px; }}
QLabel#comparisonTold {{ color: {quiet}; }}
QLabel#problemLine {{ color: {error}; }}
QPushButton#noticeOffer {{ color: {accent}; border: none; padding: 6px 12px;
    text-decoration: underline; }}
QPushButton#noticeOffer:focus {{ border: 1px solid {accent}; border-radius: 4px; }}
QLabel#hitCount, QLabel#sheetCount, QLabel#noticeText, QLabel#emptyText {{ color: {quiet}; }}
QLabel#noticeHeading {{ font-size: 14pt; padding: 12px 20px 4px 20px; }}
QLabel#noticeText {{ padding: 0 20px 10px 20px; }}
QTextBrowser#helpText, QPlainTextEdit#reportReasons {{ border: 1px solid {line};
    border-radius: 5px; background: {page}; padding: 6px; }}
QCheckBox {{ spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{ width: 15px; height: 15px; border: 1px solid {quiet};
    border-radius: 3px; background: {page}; }}
QCheckBox::indicator:checked {{ image: url("{icons}/check-{name}.svg"); }}
QCheckBox::indicator:disabled {{ border-color: {line}; }}
QLabel#problemHeading {{ font-size: 14pt; }}
QPlainTextEdit#problemDetails {{ border: 1px solid {line}; border-radius: 5px;
    background: {page}; padding: 6px; }}
QToolButton[chip="true"]:checked:focus {{ border-color: {text}; }}
QTextBrowser#articleView, RowView, QTableView#concordanceLines, PhotoGridView,
TrendChart, WordsArea, QScrollArea#photoDetails {{
    border: none; border-left: 2px solid transparent; }}
QTextBrowser#articleView:focus, RowView:focus, QTableView#concordanceLines:focus,
PhotoGridView:focus, TrendChart:focus, WordsArea:focus, QScrollArea#photoDetails:focus {{
    border-left-color: {accent}; }}
QTextBrowser#helpText:focus, QPlainTextEdit:focus {{ border: 1px solid {accent}; }}
QPushButton:focus {{ background: {button}; }}
QRadioButton {{ padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QRadioButton:focus {{ border-color: {accent}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {quiet};
    border-radius: 8px; background: {page}; }}
QRadioButton::indicator:checked {{ background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0 {accent}, stop: 0.55 {accent}, stop: 0.65 {page}); }}
QFrame#palette {{ background: {page}; border: 1px solid {grip}; border-radius: 8px; }}
QLineEdit#paletteBox {{ padding: 7px 9px; }}
QListView#paletteList {{ background: {page}; color: {text}; border: none; outline: none; }}
QLabel#paletteNone {{ color: {quiet}; padding: 8px 10px; }}
QScrollArea#photoDetails, QWidget#photoDetailsPage {{ background: {window}; }}
QLabel#factName {{ color: {quiet}; font-size: 9pt; }}
QToolButton#factCopy {{ color: {quiet}; font-size: 9pt; border: 1px solid transparent;
    border-radius: 4px; padding: 1px 3px; background: transparent; }}
QToolButton#factCopy:hover {{ color: {text}; background: {button}; }}
QToolButton#factCopy:focus {{ border-color: {accent}; color: {text}; }}
QListWidget#settingsGroups {{ background: {window}; color: {text}; border: none; outline: none; }}
QListWidget#settingsGroups::item {{ padding: 7px 10px; border-radius: 4px; color: {text}; }}
QListWidget#settingsGroups::item:selected {{ background: {button}; }}
QListWidget#settingsGroups:focus {{ border: 1px solid {accent}; border-radius: 4px; }}
QScrollArea#settingsGroup, QWidget#settingsRows {{ background: {page}; }}
QStackedWidget#settingsPages, QWidget#shortcutsPage, QWidget#keysEditor {{ background: {page}; }}
QLabel#settingHelp, QLabel#settingsNone {{ color: {quiet}; }}
QLabel#keysTold {{ color: {quiet}; }}
QLabel#keysTold[problem="true"] {{ color: {error}; }}
QTableView#shortcutTable {{ background: {page}; color: {text}; border: none; outline: none;
    selection-background-color: {button}; selection-color: {text}; }}
QTableView#shortcutTable::item {{ padding: 3px 8px; }}
QTableView#shortcutTable QHeaderView::section {{ padding: 4px 10px; background: {page}; }}
QTableView#shortcutTable:focus {{ border: 1px solid {accent}; }}
QLabel#reportCounts {{ font-size: 12pt; padding: 4px 2px; }}
"""


_STILL = "* {{ widget-animation-duration: 0; }}"


def stylesheet(theme: Theme, still: bool = False) -> str:
    """The style sheet of `theme`; without any motion where `still`."""
    sheet = _SHEET + _STILL if still else _SHEET
    return sheet.format(
        name=theme.name,
        icons=(resources() / "icons").as_posix(),
        window=theme.window,
        text=theme.text,
        page=theme.page,
        line=theme.line,
        place=theme.place,
        grip=theme.grip,
        button=theme.button,
        quiet=theme.quiet,
        error=theme.error,
        accent=theme.accent,
        on_accent=theme.on_accent,
    )
