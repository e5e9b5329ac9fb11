"""Are the pages that were sent found again in what came back? Drawn, and by their words.

Runs in the document worker (`task` is its way in), but for `comparing`, the program's side. A page is found
again where its words are all there and to be seen, or where it looks the same but for additions on empty
ground (signdesk/README.md, Matching).
"""

# Why a document cannot be drawn, as the worker says it.
LOCKED = "locked"
BROKEN = "broken"
LARGE = "large"
