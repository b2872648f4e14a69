"""Who said what, when, to whom, and whether they stood by it: onrecord from Python (docs/python.md).

    import onrecord

    reader = onrecord.Reader()                      # loads the model, once
    for record in reader.read("articles/"):         # one dict an article, as `onrecord extract` prints it
        ...
    ledger = onrecord.Ledger("city.ledger", reader)
    ledger.add("articles/")
    for turn in ledger.changes(speaker="Ada Lund"):
        ...
"""
from onrecord._onrecord import Error
from onrecord.ledger import Added, Ledger
from onrecord.reader import Reader, RefusedWarning

__all__ = ["Added", "Error", "Ledger", "Reader", "RefusedWarning"]
