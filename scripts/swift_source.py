"""Swift source reduced to its code: comments and text are blanked, line breaks are kept.

What stands inside `\\( … )` of a string is code, and stays.
"""

import re
from pathlib import Path

_REGEX_MAY_FOLLOW = set("([{,:=!&|?~;<>")
_REGEX_WORDS = {"return", "in", "case", "of", "try", "await", "else"}


def swift_files(root: Path, *folders: str) -> list[Path]:
    """The Swift files of these folders of a repository, in a fixed order."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*.swift"))


def code_of(text: str) -> str:
    """The same text, as many lines, with comments, strings and regex literals blanked."""
    return _Reader(text).code()


class _Reader:
    def __init__(self, text: str):
        self.text = text
        self.at = 0
        self.out: list[str] = []

    def code(self) -> str:
        self._read_code(closing=None)
        return "".join(self.out)

    def _keep(self, count: int = 1):
        self.out.append(self.text[self.at : self.at + count])
        self.at += count

    def _blank(self, count: int = 1):
        skipped = self.text[self.at : self.at + count]
        self.out.append("".join("\n" if mark == "\n" else " " for mark in skipped))
        self.at += count

    def _read_code(self, closing: str | None):
        """Reads code, up to the parenthesis that closes an interpolation when there is one."""
        depth = 0
        while self.at < len(self.text):
            rest = self.text[self.at : self.at + 2]
            opening = re.compile(r'#*"').match(self.text, self.at)
            if rest == "//":
                end = self.text.find("\n", self.at)
                self._blank((len(self.text) if end < 0 else end) - self.at)
            elif rest == "/*":
                self._read_block_comment()
            elif opening:
                self._read_string(hashes=len(opening.group()) - 1)
            elif self.text[self.at] == "`":
                self._read_raw_identifier()
            elif self._regex_length():
                self._blank(self._regex_length())
            else:
                mark = self.text[self.at]
                depth += (mark == "(") - (mark == ")")
                if closing and depth < 0:
                    return
                self._keep()

    def _read_block_comment(self):
        depth = 0
        while self.at < len(self.text):
            rest = self.text[self.at : self.at + 2]
            if rest == "/*":
                depth += 1
                self._blank(2)
            elif rest == "*/":
                depth -= 1
                self._blank(2)
                if depth == 0:
                    return
            else:
                self._blank()

    def _read_string(self, hashes: int):
        self._blank(hashes)
        quote = '"""' if self.text.startswith('"""', self.at) else '"'
        end, escape = quote + "#" * hashes, "\\" + "#" * hashes
        self._blank(len(quote))
        while self.at < len(self.text):
            if self.text.startswith(end, self.at):
                return self._blank(len(end))
            if self.text.startswith(escape + "(", self.at):
                self._blank(len(escape) + 1)
                self._read_code(closing=")")
                self._blank()
            elif self.text.startswith(escape, self.at):
                self._blank(len(escape) + 1)
            elif quote == '"' and self.text[self.at] == "\n":
                return
            else:
                self._blank()

    def _read_raw_identifier(self):
        name = re.compile(r"`[^`\n]*`").match(self.text, self.at)
        if name and not re.fullmatch(r"`\w+`", name.group()):
            self._blank(len(name.group()))
        else:
            self._keep(len(name.group()) if name else 1)

    def _regex_length(self) -> int:
        """How long the regex literal here is; zero when this is not one."""
        if self.text[self.at] not in "#/":
            return 0
        long_form = re.compile(r"(#+)/.*?/\1", re.DOTALL).match(self.text, self.at)
        if long_form:
            return len(long_form.group())
        literal = re.compile(r"/(?! )(?:\\.|[^/\\\n])+(?<! )/").match(self.text, self.at)
        if not literal:
            return 0
        before = self.text[max(0, self.at - 80) : self.at].rstrip()
        last_word = re.search(r"\w+$", before)
        follows = (
            not before
            or before[-1] in _REGEX_MAY_FOLLOW
            or bool(last_word and last_word.group() in _REGEX_WORDS)
        )
        return len(literal.group()) if follows else 0
