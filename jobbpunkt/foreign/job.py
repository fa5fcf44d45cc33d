"""The limits of a process that reads a foreign file on Windows: a job that may take so much memory and start nothing."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jobbpunkt.foreign.limits import MEMORY, SECONDS

_LIMITS = 9  # JobObjectExtendedLimitInformation
_ONE_PROCESS, _TIME, _MEMORY, _DIE, _END = 0x8, 0x2, 0x100, 0x400, 0x2000
_TICKS = 10_000_000  # a second has so many of a hundred nanoseconds


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("most_process_memory", ctypes.c_size_t),
        ("most_job_memory", ctypes.c_size_t),
    )


@contextmanager
def limited(process: int) -> Iterator[None]:
    """Hold a process, told by its handle, within the limits until the block ends; OSError where that cannot be done.

    It must have been given nothing to read yet. On other systems the process limits itself.
    """
    if sys.platform != "win32":
        yield
        return
    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    told = _Extended(process_memory=MEMORY)
    told.basic.flags = _ONE_PROCESS | _TIME | _MEMORY | _DIE | _END
    told.basic.processes, told.basic.process_time = 1, SECONDS * _TICKS
    try:
        set_up = kernel.SetInformationJobObject(job, _LIMITS, ctypes.byref(told), ctypes.sizeof(told))
        if not (set_up and kernel.AssignProcessToJobObject(job, ctypes.c_void_p(process))):
            raise ctypes.WinError(ctypes.get_last_error())
        yield
    finally:
        kernel.CloseHandle(job)
