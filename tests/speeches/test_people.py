from __future__ import annotations

from desktop_app.speeches.people import people


def groups(*names: str, decided: dict[str, str] | None = None) -> list[set[str]]:
    counts = {name: len(names) - place for place, name in enumerate(names)}
    return [set(person.names) for person in people(counts, decided)]


def test_case_titles_and_script_make_no_other_person() -> None:
    assert groups("Wang Shuguo", "WANG SHUGUO", "Mr. Wang Shuguo") == [
        {"Wang Shuguo", "WANG SHUGUO", "Mr. Wang Shuguo"}
    ]
    assert groups("王树国", "王樹國") == [{"王树国", "王樹國"}]
    assert groups("John Smith Jr.", "John Smith") == [{"John Smith Jr.", "John Smith"}]


def test_a_chinese_name_is_also_its_pinyin() -> None:
    assert groups("王树国", "Wang Shuguo", "Shuguo Wang", "Wang Shu-guo") == [
        {"王树国", "Wang Shuguo", "Shuguo Wang", "Wang Shu-guo"}
    ]
    assert groups("欧阳修", "Ouyang Xiu", "Xiu Ouyang") == [{"欧阳修", "Ouyang Xiu", "Xiu Ouyang"}]


def test_pinyin_that_two_people_share_joins_neither() -> None:
    assert groups("王伟", "王炜", "Wang Wei") == [{"王伟"}, {"王炜"}, {"Wang Wei"}]


def test_initials_stand_for_the_one_who_has_them() -> None:
    assert groups("John F. Kennedy", "J.F. Kennedy", "J. Kennedy") == [
        {"John F. Kennedy", "J.F. Kennedy", "J. Kennedy"}
    ]
    assert groups("John F. Kennedy", "John Kennedy") == [{"John F. Kennedy", "John Kennedy"}]
    assert groups("John Kennedy", "James Kennedy", "J. Kennedy") == [
        {"John Kennedy"},
        {"James Kennedy"},
        {"J. Kennedy"},
    ]


def test_companies_have_no_initials() -> None:
    assert groups("K Mart Corp", "Kapok Corp", "H.J. Heinz Co", "Hydraulic Co") == [
        {"K Mart Corp"},
        {"Kapok Corp"},
        {"H.J. Heinz Co"},
        {"Hydraulic Co"},
    ]


def test_others_stay_apart() -> None:
    assert groups("Wang Shuguo", "Wang Shu", "李克强", "李强") == [
        {"Wang Shuguo"},
        {"Wang Shu"},
        {"李克强"},
        {"李强"},
    ]


def test_who_has_no_name_is_joined_with_nobody() -> None:
    assert groups("IT", "it", "It") == [{"IT"}, {"it"}, {"It"}]
    assert groups("Company", "company", "The Company") == [
        {"Company"},
        {"company"},
        {"The Company"},
    ]
    assert groups("it", "IT", decided={"it": "IT"}) == [{"it", "IT"}]


def test_a_reader_merges_splits_and_renames() -> None:
    counts = {"Wang": 1, "Wang Shuguo": 3, "王树国": 2}
    merged = people(counts, {"Wang": "Wang Shuguo"})
    assert [(one.name, set(one.names)) for one in merged] == [
        ("Wang Shuguo", {"Wang", "Wang Shuguo", "王树国"})
    ]
    split = people(counts, {"王树国": "王树国"})
    assert [set(one.names) for one in split] == [{"Wang Shuguo"}, {"王树国"}, {"Wang"}]
    renamed = people(counts, {"Wang Shuguo": "President Wang", "王树国": "President Wang"})
    assert (renamed[0].name, set(renamed[0].names)) == ("President Wang", {"Wang Shuguo", "王树国"})
