"""Everything the seller can do, in one table: name, keys, where it works, sign.

Menus, the palette, the key overview and the names for screen readers all come from it. The
QActions made of it are in `action_set`.
"""

from __future__ import annotations

from typing import Final

from .action_places import QT_TRANSLATE_NOOP, Context, Group
from .action_row import ActionRow
from .theme.icons import Icon

_LIST: Final = (Context.LIST,)
_LETTERS: Final = (Context.LIST, Context.READER, Context.GATE)
_ANY_REPLY: Final = (Context.OUTBOX, Context.GATE, Context.READER, Context.COMPOSER)
_EVERYWHERE: Final = (Context.ANYWHERE,)
_OUTBOX: Final = (Context.OUTBOX,)
_READING: Final = (Context.LIST, Context.READER)
_BROWSING: Final = (Context.LIST, Context.READER, Context.OUTBOX)
_FACTS: Final = (Context.FACTS,)
_BESIDE_ORDER: Final = (Context.READER, Context.COMPOSER, Context.FACTS)
_PLACES: Final = (*_BROWSING, Context.ORDERS, Context.RAIL)
_RAIL: Final = (Context.RAIL,)
_WRITING: Final = (Context.COMPOSER,)
_GATE: Final = (Context.GATE,)
_HOLDING: Final = (Context.OUTBOX, Context.GATE)


class Act(ActionRow):
    """The table; a row: name, heading, where it works, default keys, sign, the part's own keys."""

    GO_NEEDS_ANSWER = (
        QT_TRANSLATE_NOOP("Act", "Needs answer"),
        Group.GO,
        _PLACES,
        "G,C G,I",
        Icon.INBOX,
    )
    GO_COOLING = (QT_TRANSLATE_NOOP("Act", "Cooling"), Group.GO, _PLACES, "G,H", Icon.CLOCK)
    GO_WAITING = (QT_TRANSLATE_NOOP("Act", "Waiting"), Group.GO, _PLACES, "G,W", Icon.HOURGLASS)
    GO_PRAISE = (QT_TRANSLATE_NOOP("Act", "Praise"), Group.GO, _PLACES, "", Icon.LEAF)
    GO_STARRED = (QT_TRANSLATE_NOOP("Act", "Starred"), Group.GO, _PLACES, "G,S", Icon.STAR)
    GO_ALL = (QT_TRANSLATE_NOOP("Act", "All mail"), Group.GO, _PLACES, "G,A", Icon.MAILS)
    GO_ORDERS = (QT_TRANSLATE_NOOP("Act", "Orders"), Group.GO, _PLACES, "G,O", Icon.BOOK)
    NEXT = (QT_TRANSLATE_NOOP("Act", "Next letter"), Group.GO, _BROWSING, "J", None, "Down")
    PREVIOUS = (QT_TRANSLATE_NOOP("Act", "Previous letter"), Group.GO, _BROWSING, "K", None, "Up")
    OPEN = (QT_TRANSLATE_NOOP("Act", "Open"), Group.LETTER, _LIST, "O", Icon.MAIL, "Return")
    BACK = (
        QT_TRANSLATE_NOOP("Act", "Back to the list"),
        Group.GO,
        _READING,
        "U Esc",
        Icon.ARROW_LEFT,
    )
    DONE = (QT_TRANSLATE_NOOP("Act", "Done"), Group.LETTER, _READING, "E", Icon.CHECK)
    NO_ANSWER = (
        QT_TRANSLATE_NOOP("Act", "No answer needed"),
        Group.LETTER,
        _READING,
        "Q",
        Icon.FLAG,
    )
    ARCHIVE = (
        QT_TRANSLATE_NOOP("Act", "Move to Archive"),
        Group.LETTER,
        _READING,
        "Shift+A",
        Icon.BOX,
    )
    TRASH = (
        QT_TRANSLATE_NOOP("Act", "Move to Trash"),
        Group.LETTER,
        _READING,
        "# Del",
        Icon.TRASH,
    )
    JUNK = (QT_TRANSLATE_NOOP("Act", "Move to Junk"), Group.LETTER, _READING, "!", Icon.STOP)
    MOVE = (
        QT_TRANSLATE_NOOP("Act", "Move to a folder"),
        Group.LETTER,
        _READING,
        "V",
        Icon.CHEVRON_RIGHT,
    )
    UNDO = (
        QT_TRANSLATE_NOOP("Act", "Undo"),
        Group.LETTER,
        (*_BROWSING, Context.RAIL),
        "Z Ctrl+Z",
        Icon.REFUND,
    )
    CHOOSE = (
        QT_TRANSLATE_NOOP("Act", "Choose or leave out"),
        Group.LETTER,
        _LIST,
        "X",
        Icon.CHECK,
    )
    CHOOSE_DOWN = (
        QT_TRANSLATE_NOOP("Act", "Choose the next as well"),
        Group.LETTER,
        _LIST,
        "Shift+J",
        None,
        "Shift+Down",
    )
    CHOOSE_UP = (
        QT_TRANSLATE_NOOP("Act", "Choose the previous as well"),
        Group.LETTER,
        _LIST,
        "Shift+K",
        None,
        "Shift+Up",
    )
    CHOOSE_ALL = (
        QT_TRANSLATE_NOOP("Act", "Choose all letters"),
        Group.LETTER,
        _LIST,
        "*,A Ctrl+A",
    )
    CHOOSE_NONE = (QT_TRANSLATE_NOOP("Act", "Choose none"), Group.LETTER, _LIST, "*,N")
    STAR = (QT_TRANSLATE_NOOP("Act", "Star"), Group.LETTER, _READING, "S", Icon.STAR)
    MARK_READ = (
        QT_TRANSLATE_NOOP("Act", "Mark as read"),
        Group.LETTER,
        _READING,
        "Shift+I",
        Icon.MAIL,
    )
    MARK_UNREAD = (
        QT_TRANSLATE_NOOP("Act", "Mark as unread"),
        Group.LETTER,
        _READING,
        "Shift+U",
        Icon.MAILS,
    )
    REVEAL = (
        QT_TRANSLATE_NOOP("Act", "Show or cover masked words"),
        Group.LETTER,
        _LETTERS,
        "Shift+V",
        Icon.EYE,
    )
    FORM = (
        QT_TRANSLATE_NOOP("Act", "Show as text or as sent"),
        Group.LETTER,
        _READING,
        "Shift+O",
        Icon.PAGE,
    )
    PICTURES = (
        QT_TRANSLATE_NOOP("Act", "Show pictures from the internet"),
        Group.LETTER,
        _READING,
        "Shift+P",
        Icon.EYE,
    )
    FILES = (
        QT_TRANSLATE_NOOP("Act", "Go to the attachments"),
        Group.LETTER,
        _READING,
        "Shift+F",
        Icon.CLIP,
    )
    SAVE_FILES = (
        QT_TRANSLATE_NOOP("Act", "Save all attachments"),
        Group.LETTER,
        _READING,
        "Ctrl+Shift+S",
        Icon.CLIP,
    )
    FETCH_WHOLE = (
        QT_TRANSLATE_NOOP("Act", "Download the whole letter"),
        Group.LETTER,
        _READING,
        "",
        Icon.CLOUD,
    )
    FIND = (
        QT_TRANSLATE_NOOP("Act", "Find in the letter"),
        Group.LETTER,
        _READING,
        "Ctrl+F",
        Icon.SEARCH,
    )
    FIND_NEXT = (
        QT_TRANSLATE_NOOP("Act", "Next place found"),
        Group.LETTER,
        _READING,
        "F3 Ctrl+G",
        Icon.CHEVRON_RIGHT,
    )
    FIND_PREVIOUS = (
        QT_TRANSLATE_NOOP("Act", "Previous place found"),
        Group.LETTER,
        _READING,
        "Shift+F3 Ctrl+Shift+G",
        Icon.CHEVRON_LEFT,
    )
    SOURCE = (
        QT_TRANSLATE_NOOP("Act", "Source of the letter"),
        Group.LETTER,
        _READING,
        "Ctrl+U",
        Icon.PAGE,
    )
    PRINT = (
        QT_TRANSLATE_NOOP("Act", "Print the letter"),
        Group.LETTER,
        _READING,
        "Ctrl+P",
        Icon.PRINTER,
    )
    PRINT_ALL = (
        QT_TRANSLATE_NOOP("Act", "Print the whole conversation"),
        Group.LETTER,
        _READING,
        "",
        Icon.PRINTER,
    )
    SAVE_PDF = (
        QT_TRANSLATE_NOOP("Act", "Save the letter as PDF"),
        Group.LETTER,
        _READING,
        "",
        Icon.PAGE,
    )
    SAVE_PDF_ALL = (
        QT_TRANSLATE_NOOP("Act", "Save the conversation as PDF"),
        Group.LETTER,
        _READING,
        "",
        Icon.PAGE,
    )
    LINK_ORDER = (
        QT_TRANSLATE_NOOP("Act", "Choose the order"),
        Group.LETTER,
        _READING,
        "Y",
        Icon.LINK,
    )
    CONFIRM_ORDER = (
        QT_TRANSLATE_NOOP("Act", "What mail says of the order is right"),
        Group.LETTER,
        (*_READING, Context.FACTS),
        "Shift+Y",
        Icon.CHECK,
    )
    INSERT_FACT = (
        QT_TRANSLATE_NOOP("Act", "Put the fact into the reply"),
        Group.REPLY,
        _FACTS,
        "Return Enter Ins",
        Icon.PENCIL,
    )
    SHIPPING_FACTS = (
        QT_TRANSLATE_NOOP("Act", "Put the shipping facts into the reply"),
        Group.REPLY,
        _BESIDE_ORDER,
        "Ctrl+Shift+I",
        Icon.BOX,
    )
    REFUND = (
        QT_TRANSLATE_NOOP("Act", "Work out a refund, then put it into the reply"),
        Group.REPLY,
        _BESIDE_ORDER,
        "Ctrl+Shift+M",
        Icon.COIN,
    )
    COPY_FACT = (
        QT_TRANSLATE_NOOP("Act", "Copy the fact"),
        Group.LETTER,
        _FACTS,
        "C Ctrl+C",
        Icon.COPY,
    )
    REPLY = (QT_TRANSLATE_NOOP("Act", "Reply"), Group.REPLY, _READING, "R Ctrl+R", Icon.REPLY)
    SUGGESTED_REPLY = (
        QT_TRANSLATE_NOOP("Act", "Reply with the suggestion"),
        Group.REPLY,
        _READING,
        "Shift+R",
        Icon.PENCIL,
    )
    HOLDING_REPLY = (
        QT_TRANSLATE_NOOP("Act", "Say that you are looking into it"),
        Group.REPLY,
        _READING,
        "Shift+H",
        Icon.HOURGLASS,
    )
    TAKE_TEMPLATE = (
        QT_TRANSLATE_NOOP("Act", "Put a template into the reply"),
        Group.REPLY,
        _WRITING,
        "Ctrl+T",
        Icon.PENCIL,
        "/",
    )
    ATTACH = (
        QT_TRANSLATE_NOOP("Act", "Attach files"),
        Group.REPLY,
        _WRITING,
        "Ctrl+Shift+A",
        Icon.CLIP,
    )
    CHOOSE_SUGGESTION = (
        QT_TRANSLATE_NOOP("Act", "Choose another suggestion"),
        Group.REPLY,
        _WRITING,
        "Alt+Down",
        Icon.CHEVRON_DOWN,
    )
    EARLIER_TEXTS = (
        QT_TRANSLATE_NOOP("Act", "Earlier texts of this reply"),
        Group.REPLY,
        _WRITING,
        "Ctrl+Shift+H",
        Icon.CLOCK,
    )
    STANCE_OWN = (QT_TRANSLATE_NOOP("Act", "Own it"), Group.REPLY, _WRITING, "Ctrl+1")
    STANCE_EXPLAIN = (QT_TRANSLATE_NOOP("Act", "Explain kindly"), Group.REPLY, _WRITING, "Ctrl+2")
    STANCE_FIRM = (QT_TRANSLATE_NOOP("Act", "Firm and kind"), Group.REPLY, _WRITING, "Ctrl+3")
    STANCE_BOUNDARY = (QT_TRANSLATE_NOOP("Act", "Set a boundary"), Group.REPLY, _WRITING, "Ctrl+4")
    STANCE_CELEBRATE = (QT_TRANSLATE_NOOP("Act", "Share the joy"), Group.REPLY, _WRITING, "Ctrl+5")
    STEPS = (QT_TRANSLATE_NOOP("Act", "Put the steps in"), Group.REPLY, _WRITING, "Ctrl+Shift+S")
    PREVIEW = (QT_TRANSLATE_NOOP("Act", "Plain preview"), Group.REPLY, _WRITING, "Ctrl+Shift+D")
    POST_TEST = (QT_TRANSLATE_NOOP("Act", "Post test"), Group.REPLY, _WRITING, "Ctrl+Shift+P")
    SECOND_LANGUAGE = (
        QT_TRANSLATE_NOOP("Act", "Second language beside the reply"),
        Group.REPLY,
        _WRITING,
        "Ctrl+Shift+E",
        Icon.PAGE,
    )
    READ_ON = (
        QT_TRANSLATE_NOOP("Act", "Read on in their letter"),
        Group.REPLY,
        _WRITING,
        "Alt+PgDown",
        Icon.CHEVRON_DOWN,
    )
    READ_BACK = (
        QT_TRANSLATE_NOOP("Act", "Read back in their letter"),
        Group.REPLY,
        _WRITING,
        "Alt+PgUp",
    )
    SAVE_DRAFT = (QT_TRANSLATE_NOOP("Act", "Save the draft"), Group.REPLY, _WRITING, "Ctrl+S")
    CHECK_NOW = (
        QT_TRANSLATE_NOOP("Act", "Check the reply now"),
        Group.REPLY,
        _WRITING,
        "F7",
        Icon.LENS,
    )
    NEXT_FINDING = (
        QT_TRANSLATE_NOOP("Act", "Next place to mend"),
        Group.REPLY,
        _WRITING,
        "F8",
        Icon.CHEVRON_RIGHT,
    )
    PREVIOUS_FINDING = (
        QT_TRANSLATE_NOOP("Act", "Previous place to mend"),
        Group.REPLY,
        _WRITING,
        "Shift+F8",
        Icon.CHEVRON_LEFT,
    )
    APPLY_REPAIR = (
        QT_TRANSLATE_NOOP("Act", "Put the repair in"),
        Group.REPLY,
        _WRITING,
        "Alt+Return",
        Icon.CHECK,
    )
    NEXT_MISSPELT = (
        QT_TRANSLATE_NOOP("Act", "Next misspelt word"),
        Group.REPLY,
        _WRITING,
        "Ctrl+F7",
        Icon.CHEVRON_RIGHT,
    )
    MISSPELT_WORD = (
        QT_TRANSLATE_NOOP("Act", "Mend the misspelt word"),
        Group.REPLY,
        _WRITING,
        "Shift+F7",
        Icon.PENCIL,
    )
    DISMISS_FINDING = (
        QT_TRANSLATE_NOOP("Act", "Leave it as it is, with a reason"),
        Group.REPLY,
        _WRITING,
        "Ctrl+F8",
        Icon.CROSS,
    )
    LET_IT_OUT = (
        QT_TRANSLATE_NOOP("Act", "Let it out"),
        Group.REPLY,
        _EVERYWHERE,
        "Ctrl+Shift+L",
        Icon.PENCIL,
    )
    LEAVE_COMPOSER = (
        QT_TRANSLATE_NOOP("Act", "Leave the reply, keep the draft"),
        Group.REPLY,
        _WRITING,
        "Esc",
        Icon.ARROW_LEFT,
    )
    COOL_DOWN = (
        QT_TRANSLATE_NOOP("Act", "Start the cool-down"),
        Group.HOLD,
        _WRITING,
        "Ctrl+Return Ctrl+Enter",
        Icon.CLOCK,
    )
    OPEN_HELD = (
        QT_TRANSLATE_NOOP("Act", "Open the held reply"),
        Group.HOLD,
        _OUTBOX,
        "O",
        Icon.MAIL,
        "Return",
    )
    TAKE_BACK = (
        QT_TRANSLATE_NOOP("Act", "Take back to draft"),
        Group.HOLD,
        _ANY_REPLY,
        "Ctrl+Shift+B",
        Icon.REFUND,
    )
    TAKE_BACK_HERE = (
        QT_TRANSLATE_NOOP("Act", "Take back to draft"),
        Group.HOLD,
        _OUTBOX,
        "U",
        Icon.REFUND,
        "",
        True,
    )
    HOLD_LONGER = (
        QT_TRANSLATE_NOOP("Act", "Hold it longer"),
        Group.HOLD,
        _HOLDING,
        "+",
        Icon.CLOCK,
    )
    CONFIRM_SEND = (
        QT_TRANSLATE_NOOP("Act", "I can read this calmly: send"),
        Group.HOLD,
        _GATE,
        "Ctrl+Return Ctrl+Enter",
        Icon.REPLY,
    )
    CALL_INSTEAD = (
        QT_TRANSLATE_NOOP("Act", "Call instead"),
        Group.HOLD,
        _GATE,
        "Shift+T",
        Icon.PHONE,
    )
    LEAVE_GATE = (QT_TRANSLATE_NOOP("Act", "Not now"), Group.HOLD, _GATE, "Esc", Icon.ARROW_LEFT)
    STOP_ALL = (
        QT_TRANSLATE_NOOP("Act", "Stop all outgoing"),
        Group.HOLD,
        _EVERYWHERE,
        "Ctrl+Alt+S",
        Icon.STOP,
    )
    SEARCH = (
        QT_TRANSLATE_NOOP("Act", "Search"),
        Group.VIEW,
        _EVERYWHERE,
        "Ctrl+Shift+F",
        Icon.SEARCH,
    )
    SEARCH_HERE = (
        QT_TRANSLATE_NOOP("Act", "Search"),
        Group.VIEW,
        _BROWSING,
        "/",
        Icon.SEARCH,
        "",
        True,
    )
    SAVE_SEARCH = (QT_TRANSLATE_NOOP("Act", "Save a search"), Group.SAVED, _EVERYWHERE, "Ctrl+D")
    EDIT_SEARCH = (QT_TRANSLATE_NOOP("Act", "Change the saved search"), Group.SAVED, _RAIL, "F2")
    SEARCH_UP = (QT_TRANSLATE_NOOP("Act", "Move the search up"), Group.SAVED, _RAIL, "Alt+Up")
    SEARCH_DOWN = (
        QT_TRANSLATE_NOOP("Act", "Move the search down"),
        Group.SAVED,
        _RAIL,
        "Alt+Down",
    )
    DELETE_SEARCH = (QT_TRANSLATE_NOOP("Act", "Delete the search"), Group.SAVED, _RAIL, "Del")
    GO_SAVED_1 = (QT_TRANSLATE_NOOP("Act", "First saved search"), Group.SAVED, _PLACES, "G,1")
    GO_SAVED_2 = (QT_TRANSLATE_NOOP("Act", "Second saved search"), Group.SAVED, _PLACES, "G,2")
    GO_SAVED_3 = (QT_TRANSLATE_NOOP("Act", "Third saved search"), Group.SAVED, _PLACES, "G,3")
    GO_SAVED_4 = (QT_TRANSLATE_NOOP("Act", "Fourth saved search"), Group.SAVED, _PLACES, "G,4")
    GO_SAVED_5 = (QT_TRANSLATE_NOOP("Act", "Fifth saved search"), Group.SAVED, _PLACES, "G,5")
    GO_SAVED_6 = (QT_TRANSLATE_NOOP("Act", "Sixth saved search"), Group.SAVED, _PLACES, "G,6")
    GO_SAVED_7 = (QT_TRANSLATE_NOOP("Act", "Seventh saved search"), Group.SAVED, _PLACES, "G,7")
    GO_SAVED_8 = (QT_TRANSLATE_NOOP("Act", "Eighth saved search"), Group.SAVED, _PLACES, "G,8")
    GO_SAVED_9 = (QT_TRANSLATE_NOOP("Act", "Ninth saved search"), Group.SAVED, _PLACES, "G,9")
    PALETTE = (
        QT_TRANSLATE_NOOP("Act", "Find a command"),
        Group.VIEW,
        _EVERYWHERE,
        "Ctrl+K",
        Icon.SEARCH,
    )
    TEXT_UP = (QT_TRANSLATE_NOOP("Act", "Larger text"), Group.VIEW, _EVERYWHERE, "Ctrl++ Ctrl+=")
    TEXT_DOWN = (QT_TRANSLATE_NOOP("Act", "Smaller text"), Group.VIEW, _EVERYWHERE, "Ctrl+-")
    TEXT_USUAL = (QT_TRANSLATE_NOOP("Act", "Text as usual"), Group.VIEW, _EVERYWHERE, "Ctrl+0")
    FACTS = (
        QT_TRANSLATE_NOOP("Act", "Show or hide the order"),
        Group.VIEW,
        _READING,
        "I",
        Icon.BOOK,
    )
    NEXT_PANE = (QT_TRANSLATE_NOOP("Act", "Next pane"), Group.VIEW, _EVERYWHERE, "F6")
    PREVIOUS_PANE = (
        QT_TRANSLATE_NOOP("Act", "Previous pane"),
        Group.VIEW,
        _EVERYWHERE,
        "Shift+F6",
    )
    FOCUS_RAIL = (QT_TRANSLATE_NOOP("Act", "Go to the places"), Group.VIEW, _EVERYWHERE, "Alt+1")
    FOCUS_LIST = (QT_TRANSLATE_NOOP("Act", "Go to the list"), Group.VIEW, _EVERYWHERE, "Alt+2")
    FOCUS_LETTER = (QT_TRANSLATE_NOOP("Act", "Go to the letter"), Group.VIEW, _EVERYWHERE, "Alt+3")
    FOCUS_FACTS = (QT_TRANSLATE_NOOP("Act", "Go to the order"), Group.VIEW, _EVERYWHERE, "Alt+4")
    FOCUS_COMPOSER = (
        QT_TRANSLATE_NOOP("Act", "Go to the reply"),
        Group.VIEW,
        _EVERYWHERE,
        "Alt+5",
    )
    SYNC_NOW = (
        QT_TRANSLATE_NOOP("Act", "Fetch mail now"),
        Group.PROGRAM,
        _EVERYWHERE,
        "F5",
        Icon.REFRESH,
    )
    ADD_ACCOUNT = (
        QT_TRANSLATE_NOOP("Act", "Add an account"),
        Group.PROGRAM,
        _EVERYWHERE,
        "",
        Icon.PLUS,
    )
    IMPORT_ORDERS = (
        QT_TRANSLATE_NOOP("Act", "Import orders"),
        Group.PROGRAM,
        _EVERYWHERE,
        "",
        Icon.BOOK,
    )
    EXPORT_ORDERS = (
        QT_TRANSLATE_NOOP("Act", "Export the orders as a table"),
        Group.PROGRAM,
        _EVERYWHERE,
        "",
        Icon.PAGE,
    )
    TEMPLATES = (
        QT_TRANSLATE_NOOP("Act", "Templates"),
        Group.PROGRAM,
        _EVERYWHERE,
        "Ctrl+Shift+T",
        Icon.PENCIL,
    )
    PREFERENCES = (
        QT_TRANSLATE_NOOP("Act", "Preferences"),
        Group.PROGRAM,
        _EVERYWHERE,
        "Ctrl+,",
        Icon.GEAR,
    )
    KEYS = (QT_TRANSLATE_NOOP("Act", "Keys"), Group.PROGRAM, _EVERYWHERE, "F1", Icon.KEY)
    KEYS_HERE = (
        QT_TRANSLATE_NOOP("Act", "Keys"),
        Group.PROGRAM,
        _BROWSING,
        "?",
        Icon.KEY,
        "",
        True,
    )
    QUIT = (QT_TRANSLATE_NOOP("Act", "Quit"), Group.PROGRAM, _EVERYWHERE, "Ctrl+Q")


GO_SAVED: Final = tuple(act for act in Act if act.name.startswith("GO_SAVED_"))
"""They open the saved searches, from the top of the rail."""
