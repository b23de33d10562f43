"""The text of an HTML letter, as its sender meant it to be read."""

from .html_reader import MAX_DEPTH as MAX_DEPTH
from .html_reader import MAX_QUOTES as MAX_QUOTES
from .html_reader import MAX_TAGS as MAX_TAGS
from .html_reader import text_from_html as text_from_html
