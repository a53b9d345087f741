"""What the set-up says, in both languages: no catalog exists yet when it speaks."""

from __future__ import annotations

import sys


class SetupProblem(Exception):
    """Something only the person can put right.

    `command` is a line to copy into a terminal, printed by itself, or "".
    """

    def __init__(self, english: str, chinese: str, command: str = "") -> None:
        """Keep the sentence in both languages."""
        super().__init__(english)
        self.english = english
        self.chinese = chinese
        self.command = command

    def text(self) -> str:
        """One line for people, then the command where there is one."""
        line = f"Beilin: {self.english} / 碑林：{self.chinese}\n"
        return f"{line}{self.command}\n" if self.command else line


def as_problem(error: SetupProblem | OSError) -> SetupProblem:
    """Turn an error of the file system into a sentence that names the file."""
    if isinstance(error, SetupProblem):
        return error
    reason = error.strerror or str(error)
    where = error.filename or "the checkout"
    return SetupProblem(
        f"cannot set up: {where}: {reason}. Free the space or the permission and start again.",
        f"无法完成准备：{where}：{reason}。请腾出空间或开放权限后重新启动。",
    )


def say(english: str, chinese: str) -> None:
    """Tell the person on standard error, one line in each language."""
    sys.stderr.write(f"Beilin: {english}\n碑林：{chinese}\n")
    sys.stderr.flush()
