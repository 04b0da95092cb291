"""Figures as people read them in French, in a table that Markdown understands."""

from collections.abc import Sequence


def nombre(value: float, decimals: int = 0) -> str:
    """`12345.6` gives « 12 345,6 »."""
    return f"{value:,.{decimals}f}".replace(",", "\u202f").replace(".", ",")


def duree(seconds: float) -> str:
    """Milliseconds below a second, seconds above."""
    if seconds < 1:
        return f"{nombre(seconds * 1000, 1 if seconds < 0.1 else 0)} ms"
    return f"{nombre(seconds, 2)} s"


def memoire(size: int) -> str:
    return f"{nombre(size / 2**20, 1)} Mio"


def tableau(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, the others to the right."""
    widths = [max(len(row[index]) for row in [heads, *rows]) for index in range(len(heads))]

    def line(cells: Sequence[str]) -> str:
        aligned = [
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(aligned)} |"

    rule = "|" + "|".join(
        "-" * (width + 2) if index == 0 else "-" * (width + 1) + ":"
        for index, width in enumerate(widths)
    )
    return "\n".join([line(heads), rule + "|", *map(line, rows)])
