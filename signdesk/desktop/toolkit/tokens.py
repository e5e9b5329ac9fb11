"""Colours, spacing and type of the window as plain values. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_24 = 4, 8, 12, 16, 20, 24
RADIUS_CONTROL = 6
RADIUS_CARD = 8
CARD_EDGE = 4
INTAKE_WIDTH = 390
HEADING_ROW_PX = 30


@dataclass(frozen=True)
class Colours:
    """One scheme, as "#rrggbb". `accent` fills; `accent_text` is the accent as text on a surface."""

    window: str
    surface: str
    line: str
    text: str
    muted: str
    track: str
    accent: str
    on_accent: str
    accent_text: str
    accent_tint: str
    done: str
    done_tint: str
    needs: str
    needs_tint: str
    error: str
    error_tint: str
    hover: str
    veil: str

    @property
    def flat(self) -> bool:
        """High contrast: no tints, so that lines must say what tints say elsewhere."""
        return self.accent_tint == self.surface

    def tint(self, name: str) -> str:
        """The quiet ground of a tone."""
        return {
            "accent": self.accent_tint,
            "done": self.done_tint,
            "needs": self.needs_tint,
            "error": self.error_tint,
        }.get(name, self.track)

    def tone(self, name: str) -> str:
        """The colour of a tone ("accent", "done", "needs", "error", "neutral") as text and edge."""
        return {
            "accent": self.accent_text,
            "done": self.done,
            "needs": self.needs,
            "error": self.error,
        }.get(name, self.muted)


@dataclass(frozen=True)
class Sizes:
    """Type sizes in pixels."""

    small_px: int = 12
    body_px: int = 13
    heading_px: int = 15

    def scaled(self, length_px: int) -> int:
        """A length drawn for 13 px text, at the present text size."""
        return round(length_px * self.body_px / 13)


LIGHT = Colours(
    window="#F4F6F8",
    surface="#FFFFFF",
    line="#DDE2E8",
    text="#1B2430",
    muted="#566271",
    track="#E4E9EF",
    accent="#1D5FBF",
    on_accent="#FFFFFF",
    accent_text="#1D5FBF",
    accent_tint="#E6EEFA",
    done="#19734A",
    done_tint="#E3F3EA",
    needs="#8A5200",
    needs_tint="#FBEFD9",
    error="#B3261E",
    error_tint="#FBE6E4",
    hover="#F4F6F8",
    veil="#1B2430",
)
DARK = Colours(
    window="#14181D",
    surface="#1C2229",
    line="#303944",
    text="#E7ECF2",
    muted="#A0ACB9",
    track="#2B333D",
    accent="#7FB0FF",
    on_accent="#0E1B2E",
    accent_text="#7FB0FF",
    accent_tint="#1E2F4A",
    done="#6CCB97",
    done_tint="#17342A",
    needs="#E8B866",
    needs_tint="#3A2C14",
    error="#F59089",
    error_tint="#43211F",
    hover="#252D36",
    veil="#000000",
)
