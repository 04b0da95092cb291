"""A dialogue with the program through a pseudo-terminal, and what the base holds beside it."""
import fcntl
import hashlib
import json
import os
import pty
import re
import select
import signal
import sqlite3
import struct
import subprocess
import termios
import time
from contextlib import closing

import yaml

CUE = re.compile(r"^(?:Votre réponse.*|Ligne \d+ ):$", re.MULTILINE)


class Lost(Exception):
    """Something acknowledged is not in the base, or the program does not answer."""


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def numbers_of(folder, edition):
    """The number of each question of a form, by its field."""
    for path in sorted(folder.glob("*.yaml")):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        if form.get("edition") == edition:
            fields = [field["id"] for section in form["sections"] for field in section["champs"]]
            return {field: index + 1 for index, field in enumerate(fields)}
    raise Lost(f"le formulaire {edition} n’est pas dans {folder}")


class Dialogue:
    """The program on a terminal of eighty columns, echo off: only its own words are read."""

    def __init__(self, command):
        self.master, slave = pty.openpty()
        settings = termios.tcgetattr(slave)
        settings[1] &= ~termios.OPOST
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=subprocess.DEVNULL, stderr=slave, close_fds=True)
        os.close(slave)
        self.bytes = b""

    @property
    def said(self):
        return self.bytes.decode("utf-8", errors="replace")

    def cues(self):
        """How many times the program has asked for a line."""
        return len(CUE.findall(self.said))

    def type(self, line):
        os.write(self.master, line.encode() + b"\n")

    def wait(self, cues, seconds=30):
        """Waits until the program has asked that many times; everything it has said."""
        limit = time.monotonic() + seconds
        while self.cues() < cues:
            if time.monotonic() > limit or not self.fill(0.5):
                raise Lost(f"le programme ne répond plus après : {self.said[-500:]}")
        return self.said

    def fill(self, seconds):
        """Reads what there is; `False` once the other end is closed."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return True
        try:
            piece = os.read(self.master, 65_536)
        except OSError:
            return False
        self.bytes += piece
        return bool(piece)

    def kill(self):
        """Kills it, then reads all that a person would have seen; how many cues that makes."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        while self.fill(1):
            pass
        os.close(self.master)
        return self.cues()


class Base:
    """What the file holds, read beside the program."""

    def __init__(self, path):
        self.path = path

    def rows(self, statement, *values):
        with closing(sqlite3.connect(self.path, timeout=10)) as connection:
            return connection.execute(statement, values).fetchall()

    def answers(self, draft):
        found = self.rows(
            "SELECT field, value, isConfirmed FROM draftAnswer WHERE draft = ?", draft)
        for field, _, is_confirmed in found:
            if bool(is_confirmed) == field.endswith("#suite"):
                raise Lost(f"la réponse {field} est à moitié confirmée")
        return {field: json.loads(value) for field, value, _ in found}

    def fingerprint(self, number):
        call, order = number.rsplit("-", 1)
        found = self.rows(
            "SELECT fingerprint FROM dossier WHERE call = ? AND depositOrder = ?", call, int(order))
        return found[0][0] if found else None

    def count(self):
        return self.rows("SELECT count(*) FROM dossier")[0][0]

    def number_of(self, draft):
        found = self.rows(
            "SELECT dossier.call, depositOrder FROM draft JOIN dossier ON dossier.id = draft.dossier"
            " WHERE draft.id = ?", draft)
        return f"{found[0][0]}-{found[0][1]:04}" if found else None
