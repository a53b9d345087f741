"""The bilingual lexicon: CC-CEDICT in one file that is mapped, not loaded.

`lexicon.py` answers; `build.py` makes the file from the dictionary's own text:

    python -m desktop_app.language.lexicon build CEDICT FREQUENCIES

The file, all numbers little-endian, is a head and sections (`tables.py`):

    entries   the dictionary's lines, 32 to a block, each block deflated
    words     every word in simplified and in traditional characters, in the order of its
              UTF-8 bytes; for each the numbers of its entries, and how common it is
    glosses   for each entry the weights of its glosses, a byte each, in the order of
              `glosses.glosses`: whoever changes that builds the file anew
    terms     what can be looked up in English: a gloss as written (``=cooperation``, ``=NATO``) and
              by its stems (``cooper``, ``suppli chain``); for each up to 40 words with
              their weights, the heaviest first

Weights are worked out when the file is built (`weights.py`), so that looking up is one
search in a sorted list.
"""
