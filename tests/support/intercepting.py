"""System calls of a whole process, stopped at the kernel's door one by one: seccomp's user notification.

strace counts `when=` for each thread alone, and every request to the server has a thread of its own, so the
i-th call of a job is out of its reach. Here every call of every thread waits until it was decided on: counted
over the whole process, in the order in which they really happen. Linux on x86-64; needs no special rights.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# What changes a disk or travels on a socket. openat only where it may make a file.
CALLS: Mapping[int, str] = {
    1: "write",
    18: "pwrite64",
    20: "writev",
    40: "sendfile",
    42: "connect",
    44: "sendto",
    45: "recvfrom",
    46: "sendmsg",
    47: "recvmsg",
    74: "fsync",
    75: "fdatasync",
    76: "truncate",
    77: "ftruncate",
    82: "rename",
    83: "mkdir",
    84: "rmdir",
    86: "link",
    87: "unlink",
    91: "fchmod",
    257: "openat",
    258: "mkdirat",
    263: "unlinkat",
    264: "renameat",
    265: "linkat",
    285: "fallocate",
    296: "pwritev",
    316: "renameat2",
    326: "copy_file_range",
}
_OPENAT, _SECCOMP, _PIDFD_GETFD = 257, 317, 438
_ARCH_X86_64 = 0xC000003E
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_SET_MODE_FILTER, _NEW_LISTENER, _WAIT_KILLABLE = 1, 1 << 3, 1 << 5
_ALLOW, _USER_NOTIF = 0x7FFF0000, 0x7FC00000
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER_AT, _ARCH_AT, _OPEN_FLAGS_AT = 0, 4, 32
_RECEIVE, _ANSWER = 0xC0502100, 0xC0182101
_CONTINUE = 1
_NOTIFICATION = struct.Struct("QIIiIQ6Q")
_REPLY = struct.Struct("QqiI")


@dataclass(frozen=True, slots=True)
class Stopped:
    """A call that waits for its answer."""

    id: int
    thread: int
    number: int
    arguments: tuple[int, ...]


def missing() -> str:
    """Why this machine cannot do it, and what is needed; empty where it can."""
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64":
        return "system calls are intercepted on Linux on x86-64 only"
    known = ctypes.c_uint32(_USER_NOTIF)
    if ctypes.CDLL(None).syscall(_SECCOMP, 2, 0, ctypes.byref(known)):
        return "the kernel (or the container's profile) has no seccomp user notification: Linux 5.19 or newer"
    return ""


def intercept_from_here() -> int:
    """From now on every call of this process in CALLS waits for the holder of the descriptor returned."""
    libc = ctypes.CDLL(None, use_errno=True)
    program = _program()
    code = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("H6xQ", len(program) // 8, ctypes.addressof(code))
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    listener: int = libc.syscall(_SECCOMP, _SET_MODE_FILTER, _NEW_LISTENER | _WAIT_KILLABLE, head)
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return listener


def die_with_parent() -> None:
    """Nobody would answer any more."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


def listener_of(process_handle: int, process: int) -> int:
    """Our own descriptor of a child's listener."""
    for entry in Path(f"/proc/{process}/fd").iterdir():
        if str(entry.readlink()) == "anon_inode:seccomp notify":
            libc = ctypes.CDLL(None, use_errno=True)
            ours: int = libc.syscall(_PIDFD_GETFD, process_handle, int(entry.name), 0)
            if ours < 0:
                raise OSError(ctypes.get_errno(), "pidfd_getfd")
            return ours
    raise OSError(errno.ENOENT, "the child does not intercept")


def next_stopped(listener: int) -> Stopped | None:
    """None where the caller was killed meanwhile."""
    buffer = bytearray(_NOTIFICATION.size)
    try:
        fcntl.ioctl(listener, _RECEIVE, buffer)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EINTR):
            return None
        raise
    identity, thread, _flags, number, _arch, _ip, *arguments = _NOTIFICATION.unpack(buffer)
    return Stopped(identity, thread, number, tuple(arguments))


def let_through(listener: int, stopped: Stopped) -> None:
    """The kernel carries it out."""
    _reply(listener, stopped.id, 0, 0, _CONTINUE)


def answer(listener: int, stopped: Stopped, *, error: int = 0, value: int = 0) -> None:
    """The caller gets this, and the kernel does nothing."""
    _reply(listener, stopped.id, 0 if error else value, -error, 0)


def _reply(listener: int, identity: int, value: int, error: int, flags: int) -> None:
    try:
        fcntl.ioctl(listener, _ANSWER, _REPLY.pack(identity, value, error, flags))
    except OSError as gone:
        if gone.errno != errno.ENOENT:
            raise


def text_at(memory: int, address: int, most_bytes: int) -> bytes:
    """Bytes out of the caller's memory (`memory`: its /proc/PID/mem), as far as they can be read."""
    try:
        return os.pread(memory, most_bytes, address)
    except OSError:
        return b""


def _program() -> bytes:
    """Classic BPF: CALLS to the listener, all others straight on."""
    numbers = [number for number in CALLS if number != _OPENAT]
    after = len(numbers)  # steps from the last comparison on: openat, its flags, allow, notify
    steps = [
        (_LOAD, 0, 0, _ARCH_AT),
        (_EQUAL, 0, after + 4, _ARCH_X86_64),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_EQUAL, after - at + 3, 0, number) for at, number in enumerate(numbers)),
        (_EQUAL, 0, 2, _OPENAT),
        (_LOAD, 0, 0, _OPEN_FLAGS_AT),
        (_ANY_BIT, 1, 0, os.O_CREAT),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _USER_NOTIF),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
