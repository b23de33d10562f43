"""Which language a letter is written in, by its script and its commonest words."""

from __future__ import annotations

from typing import Final

from .tokens import TokenKind, tokens_of

DEFAULT_LANGUAGE: Final = "en"
_READ_AT_MOST: Final = 4_000  # characters; more does not change the answer
_CYRILLIC_SHARE: Final = 0.5  # of the letters; a Russian letter may quote an English title

_STOP_WORDS: Final = {
    "en": "the a an and of to is was are i you my your it this that have has not for with in on "
    "be but please what when where we do did been if me can would thanks thank sorry",
    "de": "der die das und ich nicht ist ein eine zu mit sie es den von auf für habe wurde noch "
    "bitte wie aber dem im war bei kein keine mein ihr ihre buch uns wir danke",
    "fr": "le la les de des et je vous ne pas est un une à en que qui pour dans ce mon ma votre "
    "j'ai n'ai avec sur mais il elle nous livre bonjour merci c'est du au été",
    "es": "el la los las de y que no en un una por con mi es para lo pero me su se he ha está le "
    "al del libro gracias pedido hola todavía usted muy como cuando",
    "it": "il lo la gli le di e che non è un una per con mi ho ma sono del della nel questo alla "
    "mio ha si libro grazie ordine ancora buongiorno come quando vi",
}
_VOTES: Final = {
    word: tuple(code for code, words in _STOP_WORDS.items() if word in words.split())
    for words in _STOP_WORDS.values()
    for word in words.split()
}


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; "en" where nothing speaks for another."""
    sample = text[:_READ_AT_MOST]
    letters = [letter for letter in sample if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    if letters and cyrillic >= _CYRILLIC_SHARE * len(letters):
        return "ru"
    votes: dict[str, float] = dict.fromkeys(_STOP_WORDS, 0.0)
    for token in tokens_of(sample):
        if token.kind is TokenKind.WORD:
            codes = _VOTES.get(token.raw.lower().replace("’", "'"), ())
            for code in codes:
                votes[code] += 1.0 / len(codes)
    best = max(votes, key=lambda code: votes[code])
    if not votes[best] and cyrillic:
        return "ru"
    return best if votes[best] > votes[DEFAULT_LANGUAGE] else DEFAULT_LANGUAGE
