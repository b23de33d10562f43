"""How mailers, phones, lawyers and marketplaces mark what is not the writer's own."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final


class Field(Enum):
    """A line of the block that stands above a forwarded or answered letter."""

    FROM = "from"
    DATE = "date"
    TO = "to"
    SUBJECT = "subject"


_FIELD_WORDS: Final = {
    Field.FROM: "From|Von|De|Da|Van|Från|Fra|Od|От|От кого|Від|差出人|发件人|寄件者",
    Field.DATE: "Sent|Date|Gesendet|Datum|Envoyé|Envoyé le|Enviado|Enviado el|Enviada em|Fecha|"
    "Inviato|Data|Verzonden|Skickat|Sendt|Отправлено|Дата|Надіслано|Wysłano|送信日時|日付|"
    "发送时间|日期",
    Field.TO: "To|An|À|A|Para|Aan|Till|Til|Do|Кому|宛先|收件人",
    Field.SUBJECT: "Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Тема|Temat|"
    "件名|主题|主旨",
}
FIELD_OF_WORD: Final = {
    word.lower(): field for field, words in _FIELD_WORDS.items() for word in words.split("|")
}
FIELD_LINE: Final = re.compile(
    r"\s{0,4}\*{0,2}([^\W\d_][^\W\d_ ]{0,12}(?: \w{1,4})?)\*{0,2}\s?[:：]"
)

WROTE: Final = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|"
    r"kirjoitti|napisał(?:\(a\)|a)?|pisze|napsala?|пишет|писал[аи]?|написал(?:\(а\)|а)?|пише|"
    r"написав(?:\(ла\))?)(?![\w(])|写道|寫道",
    re.IGNORECASE,
)
WROTE_BY_PRONOUN: Final = re.compile(
    r"\b(?:I|you|we|he|she|they|ich|du|Sie|wir|je|vous|nous|yo|usted|я|ты|вы|мы|он|она|они)\s+"
    r"(?:\w+\s+){0,2}(?:wrote|schrieb\w*|(?:avez |ai )écrit|escribi\w+|писал[аи]?|написал[аи]?)\b",
    re.IGNORECASE,
)
ATTRIBUTION_OPENER: Final = re.compile(
    r"\W{0,4}(?:On|Am|Le|El|Em|Il|Op|Den|På|Dne|W dniu|Quoting)\s|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Пн|Вт|Ср|Чт|Пт|Сб|Вс|Понедельник|Вторник|Среда|Четверг|"
    r"Пятница|Суббота|Воскресенье)\b",
    re.IGNORECASE,
)
DATE: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)"
)
TIME: Final = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)")
ADDRESS: Final = re.compile(r"[^\s@<>()\"]{1,64}@[\w.-]{1,255}")

FORWARD_LINE: Final = re.compile(
    r"\s*-{2,}\s?(?:(?:Begin )?Forwarded message|Original Message|Original Appointment|"
    r"Ursprüngliche Nachricht|Original-Nachricht|Originalnachricht|Weitergeleitete Nachricht|"
    r"Message d['’]origine|Message original|Message transféré|Mensaje original|"
    r"Mensaje reenviado|Mensagem original|Mensagem encaminhada|Messaggio originale|"
    r"Messaggio inoltrato|Oorspronkelijk bericht|Doorgestuurd bericht|Исходное сообщение|"
    r"Исходное письмо|Оригинальное сообщение|Пересылаемое сообщение|Пересланное сообщение|"
    r"Переадресованное сообщение|Пересылаемое письмо)\s?-{2,}"
    r"|\s*(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|"
    r"Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|"
    r"Inizio messaggio inoltrato|Начало переадресованного (?:сообщения|письма))\s?:\s*$"
    r"|\W{0,6}(?:please )?(?:reply|respond|write|type)(?: your reply)? above this line\b",
    re.IGNORECASE,
)
RULE_LINE: Final = re.compile(r"\s*[_-]{5,}\s*$")

# The first words of the two patterns below, but for those in brackets.
BOILERPLATE_OPENERS: Final = frozenset(
    "sent get von diese gesendet holen envoyé téléchargez télécharger enviado obtener inviato "
    "verzonden verstuurd skickat wysłane отправлено надіслано email message this the ebay your "
    "you you've to reply was no mark for copyright © c) virus-free avoid beware".split()
)
_PHONE: Final = (
    "iPhone|iPad|iPod|Android|Samsung|Galaxy|Huawei|Xiaomi|Redmi|Honor|Pixel|OnePlus|Nokia|Sony|"
    "Xperia|Motorola|BlackBerry|Windows|Outlook|Yahoo|Gmail|Proton|Thunderbird|AOL|GMX|WEB\\.DE|"
    "T-Online|Mail for|Mail für|Mail\\.ru|myMail|Spark|Courrier|Correo|Posta|Яндекс|Yandex|Почт"
)
DEVICE_LINE: Final = re.compile(
    rf"""\s*(?:
      Sent\ from\ my\ [\w(][^.!?\n]{{0,50}}(?:[.]|$)
    | Sent\ (?:from|via|with|using)\ .{{0,30}}?(?:{_PHONE}).{{0,50}}$
    | Get\ Outlook\ for\ .{{0,80}}$
    | Get\ BlueMail\ for\ .{{0,80}}$
    | Von\ meinem?r?\ .{{0,40}}\ gesendet\b.{{0,40}}$
    | (?:Diese\ (?:Nachricht|E-Mail)\ wurde\ )?[Gg]esendet\ (?:von|mit|über)\ .{{0,30}}?
      (?:{_PHONE}).{{0,50}}$
    | Holen\ Sie\ sich\ Outlook\ .{{0,60}}$
    | Envoyé\ (?:de|depuis|à\ partir\ de)\ (?:mon|ma|.{{0,20}}(?:{_PHONE})).{{0,50}}$
    | Télécharge[rz]\ Outlook\ .{{0,60}}$
    | Enviado\ (?:desde|de|do|a\ partir\ do)\ (?:mi|meu|.{{0,20}}(?:{_PHONE})).{{0,50}}$
    | Obtener\ Outlook\ .{{0,60}}$
    | Inviato\ (?:da|dal|con)\ .{{0,20}}(?:{_PHONE}).{{0,50}}$
    | (?:Verzonden|Verstuurd)\ (?:vanaf|met|via)\ (?:mijn|.{{0,20}}(?:{_PHONE})).{{0,50}}$
    | Skickat\ från\ min\ .{{0,40}}$
    | Wysłane\ z\ .{{0,20}}(?:{_PHONE}).{{0,50}}$
    | Отправлено\ (?:с|со|из|от|через)\ (?:моего\ |моей\ |мобильно|телефона|смартфона|
      устройства|.{{0,20}}(?:{_PHONE})).{{0,50}}$
    | Надіслано\ (?:з|із)\ .{{0,20}}(?:{_PHONE}).{{0,50}}$
    )""",
    re.VERBOSE,
)

WRAPPER_LINE: Final = re.compile(
    r"""\s*(?:
      \[commMgrTok:
    | \W{0,3}\[?(?:Email|Message)\ reference\ id\b
    | \[(?:EXTERNAL|EXT|CAUTION)(?:\ E-?MAIL|\ SENDER)?\]
    | (?:This|The)\ (?:e-?mail|message)\ (?:was|has\ been|is)\ sent\ (?:to\ you\ )?
      (?:by|through|via|from|on\ behalf\ of)\ (?:the\ )?
      (?:eBay|Amazon|AbeBooks|Etsy|Biblio|Alibris)
    | eBay\ sent\ this\ message\b
    | Your\ registered\ name\ is\ included\b
    | You(?:\ have|'ve)\ received\ a\ (?:new\ )?message(?:\ from\ [^.:]{0,60})?[.:]?\s*$
    | (?:To\ (?:reply|respond)\ to\ this\ (?:message|e-?mail|inquiry),|Reply\ to\ this\ e-?mail\ )
    | Was\ this\ e-?mail\ helpful\?
    | (?:No\ response\ needed|Mark\ as\ no\ response\ needed)\b
    | For\ your\ information:\ To\ help\ arbitrate\ disputes\b
    | (?:Copyright|©|\(c\))\ (?:\d{4}|eBay|Amazon|AbeBooks)
    | Virus-free\.
    | (?:Avoid|Beware\ of)\ (?:scams|paying\ outside)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
MESSAGE_BEGINS: Final = re.compile(r"\s*-{4,}\s*Begin message\s*-{4,}\s*$", re.IGNORECASE)
MESSAGE_ENDS: Final = re.compile(r"\s*-{4,}\s*End message\s*-{4,}\s*$", re.IGNORECASE)

LEGAL_ROOTS: Final = (
    "confiden", "vertraulich", "recipient", "in error", "virus", "printing", "externa",
    "outside", "empfänger", "par erreur", "por error", "конфиденц", "ошибочно", "по ошибке",
    "вирус", "arbitrate",
)  # fmt: skip
LEGAL_PARAGRAPH: Final = re.compile(
    r"""
      \A\W*(?:confidentiality\ notice|disclaimer\s*:|legal\ notice\s*:|haftungsausschluss)
    | \b(?:this|the)\ (?:e-?mail|message|communication|transmission)\b(?s:.{0,300}?)
      \b(?:confidential|privileged|intended\ (?:recipient|addressee|solely|only|for\ the))
    | \bif\ you\ (?:are\ not|have\ received)\b(?s:.{0,120}?)\b(?:e-?mail|message|communication)\b
      (?s:.{0,200}?)\b(?:notify|delete|destroy|disclos|prohibited|unauthori[sz]ed)
    | \bconsider\ the\ environment\ before\ printing\b
    | \bthis\ (?:e-?mail|message)\ (?:has\ been|was|is)\ (?:scanned|checked|virus|originated)
    | \bcaution:\ this\ (?:e-?mail|message)\ (?:originated|came)
    | \bto\ help\ arbitrate\ disputes\b
    | \bdiese\ (?:e-?mail|nachricht)\b(?s:.{0,200}?)\bvertraulich
    | \bce\ (?:message|courriel|mail)\b(?s:.{0,200}?)\bconfidentiel
    | \beste\ (?:mensaje|correo)\b(?s:.{0,200}?)\bconfidencial
    | \b(?:настоящее|данное|это)\ (?:\w+\ )?(?:сообщение|письмо)\b(?s:.{0,200}?)\bконфиденциальн
    | \bесли\ вы\ получили\ (?:\w+\ )?(?:сообщение|письмо)\ (?:по\ ошибке|ошибочно)
    | \b(?:сообщение|письмо)\ проверено\b(?s:.{0,40}?)\b(?:вирус|антивирус)
    """,
    re.IGNORECASE | re.VERBOSE,
)

CLOSING: Final = re.compile(
    r"\s*(?:(?:with )?(?:best|kind|warm|kindest|warmest) (?:regards|wishes)|regards|best|cheers|"
    r"(?:yours )?sincerely(?: yours)?|yours (?:truly|faithfully)|(?:many )?thanks|thank you|"
    r"mit freundlichen grüßen|(?:viele|beste|liebe|freundliche) grüße|mfg|(?:bien )?cordialement|"
    r"salutations|(?:un |cordiales )?saludos?|atentamente|cordiali saluti|met vriendelijke groet|"
    r"с уважением|с наилучшими пожеланиями|всего доброго|спасибо)\W*$",
    re.IGNORECASE,
)
CARD_LINE: Final = re.compile(
    r"\s*(?:(?:tel|telefon|phone|ph|mob|mobile|cell|fax|office|direct|[tmp])[.:\s]{1,3}\(?\+?\d"
    r"|тел\.?\s*:?|моб\.?\s*:?|\+\d[\d ()./-]{7,}$|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$"
    r"|(?:https?://|www\.)\S+$|(?:e-?mail|mail|web|website|сайт|почта)\s*:\s*\S+$"
    r"|<?[^\s@<>]{1,64}@[\w.-]{3,}>?$|\S.{0,50}\b(?:Ltd|LLC|Inc|GmbH|B\.V|S\.A|S\.r\.l|plc)\b"
    r"|(?:ООО|ИП|ЗАО|АО)\s)",
    re.IGNORECASE,
)
ORDER_LINE: Final = re.compile(
    r"order|заказ|tracking|трек|isbn|asin|bestell|commande|pedido|\d{3}-\d{7}-\d{7}|#\s?\d",
    re.IGNORECASE,
)
