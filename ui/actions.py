"""Everything the seller can do, in one table: name, keys, where it works, sign.

Menus, the palette, the key overview and the names for screen readers all come from it. The
QActions made of it are in `action_set`.
"""

from __future__ import annotations

from typing import Final

from .action_places import Context, Group
from .action_row import ActionRow
from .theme.icons import Icon


def named(_context: str, text: str) -> str:
    """The text itself; lupdate is told the name of this function."""
    return text


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

    GO_NEEDS_ANSWER = (named("Act", "Needs answer"), Group.GO, _PLACES, "G,C G,I", Icon.INBOX)
    GO_COOLING = (named("Act", "Cooling"), Group.GO, _PLACES, "G,H", Icon.CLOCK)
    GO_WAITING = (named("Act", "Waiting"), Group.GO, _PLACES, "G,W", Icon.HOURGLASS)
    GO_PUT_OFF = (named("Act", "Put off letters"), Group.GO, _PLACES, "G,B", Icon.MOON)
    GO_PRAISE = (named("Act", "Praise"), Group.GO, _PLACES, "", Icon.LEAF)
    GO_STARRED = (named("Act", "Starred"), Group.GO, _PLACES, "G,S", Icon.STAR)
    GO_ALL = (named("Act", "All mail"), Group.GO, _PLACES, "G,A", Icon.MAILS)
    GO_ORDERS = (named("Act", "Orders"), Group.GO, _PLACES, "G,O", Icon.BOOK)
    NEXT = (named("Act", "Next letter"), Group.GO, _BROWSING, "J", None, "Down")
    PREVIOUS = (named("Act", "Previous letter"), Group.GO, _BROWSING, "K", None, "Up")
    OPEN = (named("Act", "Open"), Group.LETTER, _LIST, "O", Icon.MAIL, "Return")
    BACK = (named("Act", "Back to the list"), Group.GO, _READING, "U Esc", Icon.ARROW_LEFT)
    DONE = (named("Act", "Done"), Group.LETTER, _READING, "E", Icon.CHECK)
    NO_ANSWER = (named("Act", "No answer needed"), Group.LETTER, _READING, "Q", Icon.FLAG)
    PUT_OFF = (named("Act", "Put off"), Group.LETTER, _READING, "B", Icon.MOON)
    BRING_BACK = (
        named("Act", "It needs an answer after all"),
        Group.LETTER,
        _READING,
        "Shift+E",
        Icon.INBOX,
    )
    ARCHIVE = (named("Act", "Move to Archive"), Group.LETTER, _READING, "Shift+A", Icon.BOX)
    TRASH = (named("Act", "Move to Trash"), Group.LETTER, _READING, "# Del", Icon.TRASH)
    JUNK = (named("Act", "Move to Junk"), Group.LETTER, _READING, "!", Icon.STOP)
    MOVE = (named("Act", "Move to a folder"), Group.LETTER, _READING, "V", Icon.CHEVRON_RIGHT)
    UNDO = (
        named("Act", "Undo"),
        Group.LETTER,
        (*_BROWSING, Context.RAIL),
        "Z Ctrl+Z",
        Icon.REFUND,
    )
    CHOOSE = (named("Act", "Choose or leave out"), Group.LETTER, _LIST, "X", Icon.CHECK)
    CHOOSE_DOWN = (
        named("Act", "Choose the next as well"),
        Group.LETTER,
        _LIST,
        "Shift+J",
        None,
        "Shift+Down",
    )
    CHOOSE_UP = (
        named("Act", "Choose the previous as well"),
        Group.LETTER,
        _LIST,
        "Shift+K",
        None,
        "Shift+Up",
    )
    CHOOSE_ALL = (named("Act", "Choose all letters"), Group.LETTER, _LIST, "*,A Ctrl+A")
    CHOOSE_NONE = (named("Act", "Choose none"), Group.LETTER, _LIST, "*,N")
    STAR = (named("Act", "Star"), Group.LETTER, _READING, "S", Icon.STAR)
    MARK_READ = (named("Act", "Mark as read"), Group.LETTER, _READING, "Shift+I", Icon.MAIL)
    MARK_UNREAD = (named("Act", "Mark as unread"), Group.LETTER, _READING, "Shift+U", Icon.MAILS)
    REVEAL = (
        named("Act", "Show or cover masked words"),
        Group.LETTER,
        _LETTERS,
        "Shift+V",
        Icon.EYE,
    )
    FORM = (named("Act", "Show as text or as sent"), Group.LETTER, _READING, "Shift+O", Icon.PAGE)
    PICTURES = (
        named("Act", "Show pictures from the internet"),
        Group.LETTER,
        _READING,
        "Shift+P",
        Icon.EYE,
    )
    FILES = (named("Act", "Go to the attachments"), Group.LETTER, _READING, "Shift+F", Icon.CLIP)
    SAVE_FILES = (
        named("Act", "Save all attachments"),
        Group.LETTER,
        _READING,
        "Ctrl+Shift+S",
        Icon.CLIP,
    )
    FETCH_WHOLE = (
        named("Act", "Download the whole letter"),
        Group.LETTER,
        _READING,
        "",
        Icon.CLOUD,
    )
    FIND = (named("Act", "Find in the letter"), Group.LETTER, _READING, "Ctrl+F", Icon.SEARCH)
    FIND_NEXT = (
        named("Act", "Next place found"),
        Group.LETTER,
        _READING,
        "F3 Ctrl+G",
        Icon.CHEVRON_RIGHT,
    )
    FIND_PREVIOUS = (
        named("Act", "Previous place found"),
        Group.LETTER,
        _READING,
        "Shift+F3 Ctrl+Shift+G",
        Icon.CHEVRON_LEFT,
    )
    SOURCE = (named("Act", "Source of the letter"), Group.LETTER, _READING, "Ctrl+U", Icon.PAGE)
    PRINT = (named("Act", "Print the letter"), Group.LETTER, _READING, "Ctrl+P", Icon.PRINTER)
    PRINT_ALL = (
        named("Act", "Print the whole conversation"),
        Group.LETTER,
        _READING,
        "",
        Icon.PRINTER,
    )
    SAVE_PDF = (named("Act", "Save the letter as PDF"), Group.LETTER, _READING, "", Icon.PAGE)
    SAVE_PDF_ALL = (
        named("Act", "Save the conversation as PDF"),
        Group.LETTER,
        _READING,
        "",
        Icon.PAGE,
    )
    EXPORT_CASE = (named("Act", "Save the case as evidence"), Group.LETTER, _READING, "", Icon.BOX)
    LINK_ORDER = (named("Act", "Choose the order"), Group.LETTER, _READING, "Y", Icon.LINK)
    CONFIRM_ORDER = (
        named("Act", "What mail says of the order is right"),
        Group.LETTER,
        (*_READING, Context.FACTS),
        "Shift+Y",
        Icon.CHECK,
    )
    WHOSE_SIDE = (
        named("Act", "Say on whose side it arose"),
        Group.LETTER,
        (*_READING, Context.COMPOSER),
        "Ctrl+Shift+O",
        Icon.QUESTION_MARK,
    )
    INSERT_FACT = (
        named("Act", "Put the fact into the reply"),
        Group.REPLY,
        _FACTS,
        "Return Enter Ins",
        Icon.PENCIL,
    )
    SHIPPING_FACTS = (
        named("Act", "Put the shipping facts into the reply"),
        Group.REPLY,
        _BESIDE_ORDER,
        "Ctrl+Shift+I",
        Icon.BOX,
    )
    REFUND = (
        named("Act", "Work out a refund, then put it into the reply"),
        Group.REPLY,
        _BESIDE_ORDER,
        "Ctrl+Shift+M",
        Icon.COIN,
    )
    COPY_FACT = (named("Act", "Copy the fact"), Group.LETTER, _FACTS, "C Ctrl+C", Icon.COPY)
    REPLY = (named("Act", "Reply"), Group.REPLY, _READING, "R Ctrl+R", Icon.REPLY)
    NEW_LETTER = (
        named("Act", "Write a new letter"),
        Group.REPLY,
        _EVERYWHERE,
        "Ctrl+N",
        Icon.MAIL,
    )
    SUGGESTED_REPLY = (
        named("Act", "Reply with the suggestion"),
        Group.REPLY,
        _READING,
        "Shift+R",
        Icon.PENCIL,
    )
    HOLDING_REPLY = (
        named("Act", "Say that you are looking into it"),
        Group.REPLY,
        _READING,
        "Shift+H",
        Icon.HOURGLASS,
    )
    TAKE_TEMPLATE = (
        named("Act", "Put a template into the reply"),
        Group.REPLY,
        _WRITING,
        "Ctrl+T",
        Icon.PENCIL,
        "/",
    )
    ATTACH = (named("Act", "Attach files"), Group.REPLY, _WRITING, "Ctrl+Shift+A", Icon.CLIP)
    CHOOSE_SUGGESTION = (
        named("Act", "Choose another suggestion"),
        Group.REPLY,
        _WRITING,
        "Alt+Down",
        Icon.CHEVRON_DOWN,
    )
    EARLIER_TEXTS = (
        named("Act", "Earlier texts of this reply"),
        Group.REPLY,
        _WRITING,
        "Ctrl+Shift+H",
        Icon.CLOCK,
    )
    STANCE_OWN = (named("Act", "Own it"), Group.REPLY, _WRITING, "Ctrl+1")
    STANCE_EXPLAIN = (named("Act", "Explain kindly"), Group.REPLY, _WRITING, "Ctrl+2")
    STANCE_FIRM = (named("Act", "Firm and kind"), Group.REPLY, _WRITING, "Ctrl+3")
    STANCE_BOUNDARY = (named("Act", "Set a boundary"), Group.REPLY, _WRITING, "Ctrl+4")
    STANCE_CELEBRATE = (named("Act", "Share the joy"), Group.REPLY, _WRITING, "Ctrl+5")
    STEPS = (named("Act", "Put the steps in"), Group.REPLY, _WRITING, "Ctrl+Shift+S")
    PREVIEW = (named("Act", "Plain preview"), Group.REPLY, _WRITING, "Ctrl+Shift+D")
    POST_TEST = (named("Act", "Post test"), Group.REPLY, _WRITING, "Ctrl+Shift+P")
    SECOND_LANGUAGE = (
        named("Act", "Second language beside the reply"),
        Group.REPLY,
        _WRITING,
        "Ctrl+Shift+E",
        Icon.PAGE,
    )
    READ_ON = (
        named("Act", "Read on in their letter"),
        Group.REPLY,
        _WRITING,
        "Alt+PgDown",
        Icon.CHEVRON_DOWN,
    )
    READ_BACK = (named("Act", "Read back in their letter"), Group.REPLY, _WRITING, "Alt+PgUp")
    SAVE_DRAFT = (named("Act", "Save the draft"), Group.REPLY, _WRITING, "Ctrl+S")
    CHECK_NOW = (named("Act", "Check the reply now"), Group.REPLY, _WRITING, "F7", Icon.LENS)
    NEXT_FINDING = (
        named("Act", "Next place to mend"),
        Group.REPLY,
        _WRITING,
        "F8",
        Icon.CHEVRON_RIGHT,
    )
    PREVIOUS_FINDING = (
        named("Act", "Previous place to mend"),
        Group.REPLY,
        _WRITING,
        "Shift+F8",
        Icon.CHEVRON_LEFT,
    )
    APPLY_REPAIR = (
        named("Act", "Put the repair in"),
        Group.REPLY,
        _WRITING,
        "Alt+Return",
        Icon.CHECK,
    )
    NEXT_MISSPELT = (
        named("Act", "Next misspelt word"),
        Group.REPLY,
        _WRITING,
        "Ctrl+F7",
        Icon.CHEVRON_RIGHT,
    )
    MISSPELT_WORD = (
        named("Act", "Mend the misspelt word"),
        Group.REPLY,
        _WRITING,
        "Shift+F7",
        Icon.PENCIL,
    )
    DISMISS_FINDING = (
        named("Act", "Leave it as it is, with a reason"),
        Group.REPLY,
        _WRITING,
        "Ctrl+F8",
        Icon.CROSS,
    )
    LET_IT_OUT = (
        named("Act", "Let it out"),
        Group.REPLY,
        _EVERYWHERE,
        "Ctrl+Shift+L",
        Icon.PENCIL,
    )
    LEAVE_COMPOSER = (
        named("Act", "Leave the reply, keep the draft"),
        Group.REPLY,
        _WRITING,
        "Esc",
        Icon.ARROW_LEFT,
    )
    COOL_DOWN = (
        named("Act", "Start the cool-down"),
        Group.HOLD,
        _WRITING,
        "Ctrl+Return Ctrl+Enter",
        Icon.CLOCK,
    )
    OPEN_HELD = (
        named("Act", "Open the held reply"),
        Group.HOLD,
        _OUTBOX,
        "O",
        Icon.MAIL,
        "Return",
    )
    TAKE_BACK = (
        named("Act", "Take back to draft"),
        Group.HOLD,
        _ANY_REPLY,
        "Ctrl+Shift+B",
        Icon.REFUND,
    )
    TAKE_BACK_HERE = (
        named("Act", "Take back to draft"),
        Group.HOLD,
        _OUTBOX,
        "U",
        Icon.REFUND,
        "",
        True,
    )
    HOLD_LONGER = (named("Act", "Hold it longer"), Group.HOLD, _HOLDING, "+", Icon.CLOCK)
    CONFIRM_SEND = (
        named("Act", "I can read this calmly: send"),
        Group.HOLD,
        _GATE,
        "Ctrl+Return Ctrl+Enter",
        Icon.REPLY,
    )
    CALL_INSTEAD = (named("Act", "Call instead"), Group.HOLD, _GATE, "Shift+T", Icon.PHONE)
    LEAVE_GATE = (named("Act", "Not now"), Group.HOLD, _GATE, "Esc", Icon.ARROW_LEFT)
    STOP_ALL = (
        named("Act", "Stop all outgoing"),
        Group.HOLD,
        _EVERYWHERE,
        "Ctrl+Alt+S",
        Icon.STOP,
    )
    SEARCH = (named("Act", "Search"), Group.VIEW, _EVERYWHERE, "Ctrl+Shift+F", Icon.SEARCH)
    SEARCH_HERE = (named("Act", "Search"), Group.VIEW, _BROWSING, "/", Icon.SEARCH, "", True)
    SAVE_SEARCH = (named("Act", "Save a search"), Group.SAVED, _EVERYWHERE, "Ctrl+D")
    EDIT_SEARCH = (named("Act", "Change the saved search"), Group.SAVED, _RAIL, "F2")
    SEARCH_UP = (named("Act", "Move the search up"), Group.SAVED, _RAIL, "Alt+Up")
    SEARCH_DOWN = (named("Act", "Move the search down"), Group.SAVED, _RAIL, "Alt+Down")
    DELETE_SEARCH = (named("Act", "Delete the search"), Group.SAVED, _RAIL, "Del")
    GO_SAVED_1 = (named("Act", "First saved search"), Group.SAVED, _PLACES, "G,1")
    GO_SAVED_2 = (named("Act", "Second saved search"), Group.SAVED, _PLACES, "G,2")
    GO_SAVED_3 = (named("Act", "Third saved search"), Group.SAVED, _PLACES, "G,3")
    GO_SAVED_4 = (named("Act", "Fourth saved search"), Group.SAVED, _PLACES, "G,4")
    GO_SAVED_5 = (named("Act", "Fifth saved search"), Group.SAVED, _PLACES, "G,5")
    GO_SAVED_6 = (named("Act", "Sixth saved search"), Group.SAVED, _PLACES, "G,6")
    GO_SAVED_7 = (named("Act", "Seventh saved search"), Group.SAVED, _PLACES, "G,7")
    GO_SAVED_8 = (named("Act", "Eighth saved search"), Group.SAVED, _PLACES, "G,8")
    GO_SAVED_9 = (named("Act", "Ninth saved search"), Group.SAVED, _PLACES, "G,9")
    PALETTE = (named("Act", "Find a command"), Group.VIEW, _EVERYWHERE, "Ctrl+K", Icon.SEARCH)
    TEXT_UP = (named("Act", "Larger text"), Group.VIEW, _EVERYWHERE, "Ctrl++ Ctrl+=")
    TEXT_DOWN = (named("Act", "Smaller text"), Group.VIEW, _EVERYWHERE, "Ctrl+-")
    TEXT_USUAL = (named("Act", "Text as usual"), Group.VIEW, _EVERYWHERE, "Ctrl+0")
    FACTS = (named("Act", "Show or hide the order"), Group.VIEW, _READING, "I", Icon.BOOK)
    NEXT_PANE = (named("Act", "Next pane"), Group.VIEW, _EVERYWHERE, "F6")
    PREVIOUS_PANE = (named("Act", "Previous pane"), Group.VIEW, _EVERYWHERE, "Shift+F6")
    FOCUS_RAIL = (named("Act", "Go to the places"), Group.VIEW, _EVERYWHERE, "Alt+1")
    FOCUS_LIST = (named("Act", "Go to the list"), Group.VIEW, _EVERYWHERE, "Alt+2")
    FOCUS_LETTER = (named("Act", "Go to the letter"), Group.VIEW, _EVERYWHERE, "Alt+3")
    FOCUS_FACTS = (named("Act", "Go to the order"), Group.VIEW, _EVERYWHERE, "Alt+4")
    FOCUS_COMPOSER = (named("Act", "Go to the reply"), Group.VIEW, _EVERYWHERE, "Alt+5")
    SYNC_NOW = (named("Act", "Fetch mail now"), Group.PROGRAM, _EVERYWHERE, "F5", Icon.REFRESH)
    ADD_ACCOUNT = (named("Act", "Add an account"), Group.PROGRAM, _EVERYWHERE, "", Icon.PLUS)
    OWN_LETTER = (
        named("Act", "Send yourself a test letter"),
        Group.PROGRAM,
        _EVERYWHERE,
        "",
        Icon.MAIL,
    )
    SAMPLE_SHOP = (
        named("Act", "Look around in the sample shop"),
        Group.PROGRAM,
        _EVERYWHERE,
        "",
        Icon.BOOK,
    )
    IMPORT_ORDERS = (named("Act", "Import orders"), Group.PROGRAM, _EVERYWHERE, "", Icon.BOOK)
    EXPORT_ORDERS = (
        named("Act", "Export the orders as a table"),
        Group.PROGRAM,
        _EVERYWHERE,
        "",
        Icon.PAGE,
    )
    TEMPLATES = (
        named("Act", "Templates"),
        Group.PROGRAM,
        _EVERYWHERE,
        "Ctrl+Shift+T",
        Icon.PENCIL,
    )
    PREFERENCES = (named("Act", "Preferences"), Group.PROGRAM, _EVERYWHERE, "Ctrl+,", Icon.GEAR)
    KEYS = (named("Act", "Keys"), Group.PROGRAM, _EVERYWHERE, "F1", Icon.KEY)
    KEYS_HERE = (named("Act", "Keys"), Group.PROGRAM, _BROWSING, "?", Icon.KEY, "", True)
    QUIT = (named("Act", "Quit"), Group.PROGRAM, _EVERYWHERE, "Ctrl+Q")


GO_SAVED: Final = tuple(act for act in Act if act.name.startswith("GO_SAVED_"))
"""They open the saved searches, from the top of the rail."""
