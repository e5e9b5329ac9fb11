"""Keeps a network client out of the processes that read or seal documents: nothing is ever fetched there.

pyHanko imports aiohttp with every look at a signature, for time stamp servers and revocation lists. It takes
a third of the time of all that a look imports, and reads the system's certificate authorities.
"""

from __future__ import annotations

import sys
from types import ModuleType

_STAND_INS = {
    "pyhanko.sign.timestamps.aiohttp_client": "HTTPTimeStamper",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers": "AIOHttpFetcherBackend",
}


def keep_network_out() -> None:
    """For this process, before it imports pyHanko. What would fetch something is None from then on."""
    for module, client in _STAND_INS.items():
        stand_in = ModuleType(module, "SignDesk fetches nothing for a document.")
        vars(stand_in)[client] = None
        sys.modules.setdefault(module, stand_in)
