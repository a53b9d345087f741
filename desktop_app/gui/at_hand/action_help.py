"""What each action is for, in one sentence: in tips, the palette and the list of shortcuts."""

from __future__ import annotations

from desktop_app.messages import Message, message

HELP: dict[str, Message] = {
    "open": message("Choose the folder of an archive and show it."),
    "open_beside": message("Open a further archive, searched together with those that are open."),
    "close_archive": message("Close the archive of the item that is read; the others stay open."),
    "open_sample": message("Show the archive that comes with Beilin, to try things on."),
    "import_files": message(
        "Import saved pages, documents, photos or web archives into this archive."
    ),
    "import_folder": message("Import everything readable in a folder."),
    "import_table": message("Import a table, one item a row, and say what each column holds."),
    "look_first": message("Before each import, show what would be imported, and ask."),
    "watch": message("Import whatever appears in a folder while Beilin is open."),
    "import_log": message("What was imported when, and what could not be read."),
    "export": message("Export all items, or the hits, in a format that other programs open."),
    "export_pair": message("Export both texts of this pair side by side, for translators' tools."),
    "export_pairs": message("Export every pair of the archive, side by side."),
    "print": message("Look at this item on pages, to print it or to save it as PDF."),
    "print_hits": message("The same with everything that the search found."),
    "quit": message("Close all windows; work under way is kept as far as it has got."),
    "bookmark": message("Keep this item among your bookmarks, or take it from there."),
    "sort_item": message("Give this item tags of yours, and put it into collections."),
    "unread": message("Have this item count as not read yet."),
    "highlight": message("Colour the words selected, as a marker on paper does."),
    "note": message("Write a note on the words selected."),
    "remove_highlight": message("Take away the highlight at the caret, with its note."),
    "put_back_highlight": message("Bring back the highlight removed last."),
    "search": message("Go to the search box."),
    "both_languages": message("Find the words' translations too, Chinese or English"),
    "copy": message("Copy what is selected."),
    "copy_item": message("Copy title, text and captions of this item."),
    "copy_pair": message("Copy this item and its counterpart as a table of two columns."),
    "find": message("Find words inside the item that is open."),
    "next_match": message("Go to the next marked word of this item."),
    "previous_match": message("Go to the marked word before this one."),
    "look_up": message("What the dictionary says of the word at the caret."),
    "reading": message("The text of the item, to read."),
    "concordance": message("Every occurrence of what is searched for, one line each."),
    "speakers": message("Everyone who is quoted, with what they say."),
    "trend": message("How often words appear from month to month."),
    "comparison": message("What one speaker, period or search says and another does not."),
    "parallel": message("This item and its counterpart in the other language, side by side."),
    "interleaved": message("Both texts one under the other, paragraph by paragraph."),
    "zoom_in": message("Show texts larger."),
    "zoom_out": message("Show texts smaller."),
    "zoom_reset": message("Show texts at the size chosen."),
    "appearance": message("Theme, face, size and spacing of texts, and the scale of the window."),
    "reading_aid": message("Explain the word under the pointer."),
    "pinyin": message("Write pinyin over Chinese characters."),
    "caret": message("Move through the text with the arrow keys; Ctrl+D looks up at the caret."),
    "speeches": message("List what was said instead of the items."),
    "search_pane": message("Show or hide the search pane."),
    "photo_pane": message("Show or hide the photos."),
    "full_screen": message("Use the whole screen."),
    "back": message("Go to what was shown before."),
    "forward": message("Go on again, after going back."),
    "next_hit": message("Open the hit after this one."),
    "previous_hit": message("Open the hit before this one."),
    "next_paragraph": message("Go to the next paragraph, and mark its counterpart."),
    "previous_paragraph": message("Go to the paragraph before, and mark its counterpart."),
    "other_text": message("Go to what says the same in the other text."),
    "counterpart": message("Go to the same story in the other language."),
    "confirm_pair": message("Say that both tell the same story."),
    "reject_pair": message("Say that they tell different stories."),
    "choose_pair": message("Choose the counterpart of this item yourself."),
    "undo_pair": message("Take back the last decision about a pair."),
    "details": message("Where this item comes from, its file, address and day."),
    "large_photo": message("Show the photos large, one at a time."),
    "palette": message("Find anything that can be done by typing a bit of its name."),
    "next_place": message(
        "Go to the next marked word, after the last of an item to the next hit; "
        "N does it in the text and in the list."
    ),
    "previous_place": message(
        "Go to the marked word before, or to the hit before; P does it in the text and in the list."
    ),
    "page_on": message(
        "A page on, and from the end to the next hit; Space does it in the text and in the list."
    ),
    "page_back": message("A page back, and from the top to the hit before; Shift+Space does it."),
    "outline": message("The headings of this item, or how its paragraphs begin, to go to one."),
    "new_tab": message("Read another item beside the ones that are open."),
    "close_tab": message(
        "Close the item that is shown; the last tab of a second window closes it."
    ),
    "reopen_tab": message("Show the tab closed last, where it was left."),
    "next_tab": message("Show the tab to the right."),
    "previous_tab": message("Show the tab to the left."),
    "new_window": message("Show this item in a window of its own."),
    "settings": message("Language, looks, reading, search, shortcuts: all that can be chosen."),
    "photos": message("All photos of the item, the hits or the archive, on one sheet."),
    "help": message("How to search, and all shortcuts."),
    "about": message("The version of Beilin, and its dictionary."),
}
