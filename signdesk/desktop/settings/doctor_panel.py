"""The connection doctor in place: each step as it is done, which one broke, and what to tell IT."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8, SPACE_12
from signdesk.seal_api.doctor.findings import Finding, Stage, Verdict


class DoctorPanel(QWidget):
    """A button, and below it what was found. `strip` asks before an empty batch is created."""

    def __init__(self) -> None:
        super().__init__()
        self.check = button(tr("Check the connection"), "outline")
        self.stop = button(tr("Stop checking"))
        self.hint = label("", Role.MUTED, wrap=True)
        self.box = QFrame()
        self.box.setProperty("surface", "box")
        self.strip = InlinePrompt()
        self.state = label("", Role.MUTED, wrap=True)
        self.copy = button(tr("Copy for IT"))
        self.lines: list[FindingLine] = []
        self._lay_out()

    def offer(self, obstacle: str) -> None:
        """`obstacle`: why nothing can be checked yet, or nothing."""
        self.check.setEnabled(not obstacle)
        self.hint.show_text(obstacle)
        self.hint.setVisible(bool(obstacle))

    def begin(self) -> None:
        """An empty list, and the way to stop."""
        self.clear()
        self.box.show()
        had_keyboard = self.check.hasFocus()
        self.stop.show()
        self.check.hide()
        self.state.show()
        self.state.show_text(tr("Checking…"))
        if had_keyboard:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, finding: Finding) -> None:
        """One more step is done."""
        line = FindingLine(finding)
        self.lines.append(line)
        self._list.addWidget(line)
        announce(self, line.accessibleName())

    def end(self, sentence: str, role: Role) -> None:
        """The last word, and the way to copy it all."""
        had_keyboard = self.stop.hasFocus()
        bind_text(self.check.setText, tr("Check again"))
        self.check.show()
        self.stop.hide()
        self.strip.dismiss()
        self.state.set_role(role)
        self.state.show_text(sentence)
        bind_text(self.copy.setText, tr("Copy for IT"))
        self.copy.setVisible(bool(self.lines))
        if had_keyboard:
            self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    def show_copied(self) -> None:
        """It is on the clipboard."""
        bind_text(self.copy.setText, tr("Copied"))
        announce(self, tr("Copied"))

    def clear(self) -> None:
        """As if nothing had been checked."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        self.strip.dismiss()
        self.box.hide()
        self.copy.hide()
        self.stop.hide()
        self.check.show()
        bind_text(self.check.setText, tr("Check the connection"))
        self.state.set_role(Role.MUTED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is under way, and not the dialog."""
        if event.key() == Qt.Key.Key_Escape and not self.stop.isHidden():
            self.stop.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        across = QHBoxLayout()
        across.addWidget(self.check)
        across.addWidget(self.stop)
        across.addStretch(1)
        layout.addLayout(across)
        layout.addWidget(self.hint)
        layout.addWidget(self.box)
        inner = QVBoxLayout(self.box)
        inner.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        inner.setSpacing(SPACE_8)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_8)
        inner.addLayout(self._list)
        inner.addWidget(self.strip)
        inner.addWidget(self.state)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        inner.addLayout(foot)
        self.hint.hide()
        self.clear()


class FindingLine(QWidget):
    """Picture, step, word, sentence; below it what it means and what to tell IT."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        icon, tone, word = verdict_words(finding.verdict)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(Picture(icon, tone.value, 14))
        self.step = label(step_name(finding.step), Role.STRONG)
        head.addWidget(self.step)
        self.word = label(word, _ROLES.get(tone, Role.MUTED))
        head.addWidget(self.word)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(head)
        told = [finding.sentence]
        self._add(layout, finding.sentence, Role.SMALL)
        if finding.what_it_means:
            told.append(finding.what_it_means)
            self._add(layout, finding.what_it_means, Role.SMALL)
        if finding.tell_it:
            told.append(tr("Tell IT: {told}", told=finding.tell_it))
            self._add(layout, told[-1], Role.MUTED)
        head_words = joined(": ", self.step.shown(), word)
        bind_text(self.setAccessibleName, joined(". ", head_words, joined(" ", *told)))

    def _add(self, layout: QVBoxLayout, text: str, role: Role) -> None:
        made = label(text, role, wrap=True)
        made.setContentsMargins(22, 0, 0, 0)
        layout.addWidget(made)


def step_name(step: Stage) -> str:
    """What people call it."""
    return {
        Stage.ADDRESS: tr("Address"),
        Stage.NAME: tr("Name"),
        Stage.PROXY: tr("Proxy"),
        Stage.CONNECTION: tr("Connection"),
        Stage.ENCRYPTION: tr("Encryption"),
        Stage.ANSWER: tr("Answer"),
        Stage.SIGN_IN: tr("Sign-in"),
        Stage.PROCESS: tr("Process"),
    }[step]


def verdict_words(verdict: Verdict) -> tuple[str, Tone, str]:
    """Icon, tone and word."""
    return {
        Verdict.OK: ("check", Tone.DONE, tr("works")),
        Verdict.WARNING: ("warning", Tone.NEEDS, tr("works, but look at this")),
        Verdict.FAILED: ("error", Tone.ERROR, tr("fails")),
        Verdict.SKIPPED: ("stop", Tone.NEUTRAL, tr("not checked")),
    }[verdict]


_ROLES = {Tone.DONE: Role.DONE, Tone.NEEDS: Role.NEEDS, Tone.ERROR: Role.ERROR}
