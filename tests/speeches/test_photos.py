from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.items import Item, Photo, Statement
from desktop_app.speeches.photos import photo_of


def item(*photos: Photo, speakers: tuple[str, ...] = ()) -> Item:
    said = tuple(Statement(name, "", "", "Yes", True, 0, 3) for name in speakers)
    return Item("a", "", None, "en", "", photos=photos, statements=said)


def shows(caption: str, speaker: str, *others: str) -> bool:
    return photo_of(item(Photo(None, caption), speakers=(speaker, *others)), speaker) is not None


@pytest.mark.parametrize(
    ("caption", "speaker"),
    [
        # Captions as pages of shared/data have them, shortened.
        ("Wang Shuguo, president of Xi'an Jiaotong University, delivers a speech.", "Wang Shuguo"),
        ("Kristi Noem, governor of South Dakota, pictured at the White House.", "Kristi Noem"),
        ("WeWork chairman Marcelo Claure (Credit: Getty Images)", "Marcelo Claure"),
        ("Martin Taylor of Aberdeenshire, Scotland", "Martin Taylor"),
        ("Kevin King (left) and his colleague Timothy Weeks", "Kevin King"),
        ("Defense Secretary Mark Esper, left, and Ngo Xuan Lich shake hands.", "Mark Esper"),
        ("Video: In this talk, Jennifer Pluznick, a professor, discusses it.", "Jennifer Pluznick"),
        ("来自汉口医院的护士蔡桃英在献血浆时拍照留念。新华社记者 才扬 摄", "蔡桃英"),
        # Made up.
        ("File photo: Secretary of State Mike Pompeo speaks.", "Mike Pompeo"),
        ("A portrait of Ann Lee.", "Ann Lee"),
        ("President Wang speaks at the ceremony.", "Wang Shuguo"),
        ("Mr. Roe leaves the court.", "Bob Roe"),
        ("图为校长王树国在签约仪式上致辞", "王树国"),
        ("王樹國校長致辭", "王树国"),
        ("王树国（右）与法国大使白玉堂握手", "王树国"),
        ("俄罗斯总统弗拉基米尔·普京发表讲话", "弗拉基米尔·普京"),
    ],
)
def test_captions_that_show_a_speaker(caption: str, speaker: str) -> None:
    assert shows(caption, speaker)


@pytest.mark.parametrize(
    ("caption", "speaker"),
    [
        ("The leader of ParisTech meets XJTU representatives online.", "Christian Lerminiaux"),
        ("Taylor Swift's seventh album is the only one she owns.", "Taylor Swift"),
        ("A man rides on a donkey. Benjamin Netanyahu hailed the move.", "Benjamin Netanyahu"),
        ("The band will unite with former frontman Michael McDonald.", "Michael McDonald"),
        ("Rafael Nadal plays. (Manu Fernandez/AP)", "Manu Fernandez"),
        ("Rafael Nadal (Manu Fernandez/AP)", "Manu Fernandez"),
        ("Neil Gaiman and John M. Ford in 2002.", "Neil Gaiman"),
        ("Supporters of President Donald Trump gather.", "Donald Trump"),
        ("The road isn't easy. Photo: Kathrin Ziegler", "Kathrin Ziegler"),
        ("Photo: Kathrin Ziegler", "Kathrin Ziegler"),
        ("Wang Wei speaks.", "Wang Shuguo"),
        ("Officials inspect the site.", "Officials"),
        ("He speaks.", "he"),
        ("王树国与巴黎高科主席克里斯蒂安·莱尔米尼奥签署协议", "王树国"),
        ("王树国的学生在校园里", "王树国"),
        ("签约仪式现场（记者 王树国 摄）", "王树国"),
        ("签约仪式现场 王树国摄", "王树国"),
        ("王树国与来宾合影", "王树国"),
        ("多位专家出席", "多位专家"),
    ],
)
def test_captions_that_show_somebody_else_or_leave_it_open(caption: str, speaker: str) -> None:
    assert not shows(caption, speaker)


def test_another_speaker_in_the_caption_makes_it_unclear() -> None:
    assert shows("Zora Quill greets Xu Tao.", "Zora Quill") is False
    assert shows("Zora Quill greets Kwame Osei.", "Zora Quill", "Kwame Osei") is False
    assert shows("Zora Quill, right, greets Kwame Osei.", "Zora Quill", "Kwame Osei")


def test_a_saved_photo_goes_before_a_caption_alone() -> None:
    lost, saved = Photo(None, "Ann Lee speaks."), Photo("ab.jpg", "Ann Lee waves.")
    assert photo_of(item(lost, saved, speakers=("Ann Lee",)), "Ann Lee") == saved
    assert photo_of(item(lost, speakers=("Ann Lee",)), "Ann Lee") == lost
    assert photo_of(item(speakers=("Ann Lee",)), "Ann Lee") is None


def test_statements_found_come_with_their_speakers_photos(
    shared_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "seed.beilin"
    with open_for_import(folder) as archive:
        Importer(archive).run([shared_data / "seed"])
    with open_archive(folder) as archive:
        hits = archive.statements("").hits(0, 20)
    captions = {hit.person: hit.photo.caption[:32] if hit.photo else None for hit in hits}
    assert captions == {
        "Wang Shuguo": "Wang Shuguo, president of Xi'an ",
        "Christian Lerminiaux": None,
    }
