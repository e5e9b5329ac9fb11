"""One thread at a time where asn1crypto is at work.

asn1crypto 1.5.1 prepares each of its classes at its first use, without a lock (`core.Asn1Value.__init__`,
`_setup`): two threads that meet there fail in the middle of a sound seal. Remove when it has a lock itself.
"""

from __future__ import annotations

import threading

ASN1_LOCK = threading.RLock()
