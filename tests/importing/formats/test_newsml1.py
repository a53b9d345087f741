"""NewsML 1.2: stories with their pictures, several in a message, items without content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.newsml1 import NewsMl1
from desktop_app.importing.raw import RawItem, Skipped
from tests.importing.reading import PNG, read, read_one

ITEM = """<NewsItem xml:lang="zh"><Identification><NewsIdentifier><ProviderId>x.org</ProviderId>
<DateId>20210831</DateId><NewsItemId>{number}</NewsItemId><RevisionId>{revision}</RevisionId>
<PublicIdentifier>urn:newsml:x.org:20210831:{number}:{revision}</PublicIdentifier></NewsIdentifier>
<NameLabel>ferry</NameLabel></Identification><NewsManagement><FirstCreated>20210831T063000+0800
</FirstCreated><ThisRevisionCreated>20210902T000000Z</ThisRevisionCreated>
<Status FormalName="{status}"/><Urgency FormalName="3"/></NewsManagement>{component}</NewsItem>"""
STORY = """<NewsComponent><NewsLines><HeadLine>渡轮复航</HeadLine><ByLine>By 王记者</ByLine>
<DateLine>上海，8月31日</DateLine><CopyrightLine>© X</CopyrightLine>
<KeywordLine>ferry, port</KeywordLine>
</NewsLines><AdministrativeMetadata><Provider><Party FormalName="X Agency"/></Provider>
</AdministrativeMetadata><DescriptiveMetadata><Language FormalName="zh"/>
<Location><Property FormalName="Country" Value="China"/>
<Property FormalName="City" Value="Shanghai"/>
</Location></DescriptiveMetadata>
<NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>
<nitf><body><body.content><p>第一段。</p><p>第二段。</p></body.content></body></nitf></DataContent></ContentItem>
</NewsComponent>
<NewsComponent><Role FormalName="Picture"/><NewsLines><CreditLine>李摄</CreditLine></NewsLines>
<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent>
渡轮靠岸。</DataContent></ContentItem></NewsComponent>
<ContentItem Href="t.png"><MediaType FormalName="Photo"/><Characteristics>
<Property FormalName="Width" Value="90"/></Characteristics></ContentItem>
<ContentItem Href="b.png"><MediaType FormalName="Photo"/><Characteristics>
<Property FormalName="Width" Value="900"/></Characteristics></ContentItem>
</NewsComponent></NewsComponent>"""


def item(component: str, number: int = 1, status: str = "Usable", revision: int = 1) -> str:
    return ITEM.format(component=component, number=number, status=status, revision=revision)


def write(folder: Path, *items: str) -> Path:
    path = folder / "message.xml"
    path.write_text(
        f'<?xml version="1.0"?><NewsML Version="1.2">{"".join(items)}</NewsML>', "utf-8"
    )
    return path


def test_a_story_with_its_picture(tmp_path: Path) -> None:
    for name in ("t.png", "b.png"):
        (tmp_path / name).write_bytes(PNG)
    path = write(tmp_path, item(STORY))
    found = detect(path, formats())
    assert not isinstance(found, Skipped) and found.name == "newsml1"
    story = read_one(NewsMl1(), path)
    assert (story.title, story.byline, story.source) == ("渡轮复航", "王记者", "X Agency")
    assert (story.date, story.language) == (date(2021, 8, 31), "zh")
    assert story.paragraphs == ("第一段。", "第二段。")
    (photo,) = story.photos
    assert (photo.path, photo.caption, photo.credit) == (tmp_path / "b.png", "渡轮靠岸。", "李摄")
    assert story.details == (
        ("keyword", "ferry"),
        ("keyword", "port"),
        ("place", "Shanghai, China"),
        ("place", "上海，8月31日"),
        ("copyright", "© X"),
        ("urgency", "3"),
    )


def test_a_revision_is_the_same_item(tmp_path: Path) -> None:
    first = read_one(NewsMl1(), write(tmp_path, item(STORY, revision=1)))
    second = read_one(NewsMl1(), write(tmp_path, item(STORY, revision=2)))
    assert first.identity == second.identity == "urn:newsml:x.org:20210831:1"


def test_several_stories_in_one_item_and_items_in_items(tmp_path: Path) -> None:
    text = "<ContentItem><DataContent>{words}</DataContent></ContentItem>"
    lines = "<NewsLines><HeadLine>{head}</HeadLine></NewsLines>"
    part = f"<NewsComponent>{lines}{{text}}{{more}}</NewsComponent>"
    inner = item(part.format(head="Inner", text=text.format(words="In."), more=""), number=2)
    two = "".join(
        part.format(head=head, text=text.format(words=f"{head} text."), more=more)
        for head, more in (("One", ""), ("Two", inner))
    )
    found = read(NewsMl1(), write(tmp_path, item(f"<NewsComponent>{two}</NewsComponent>")))
    assert [
        (each.title, each.paragraphs, each.identity.rpartition(":")[2])
        for each in found
        if isinstance(each, RawItem)
    ] == [
        ("One", ("One text.",), "1"),
        ("Two", ("Two text.",), "1#2"),
        ("Inner", ("In.",), "2"),
    ]


def test_items_without_a_story(tmp_path: Path) -> None:
    headline = "<NewsComponent><NewsLines><HeadLine>Brief</HeadLine></NewsLines></NewsComponent>"
    names = '<NewsComponent><NewsItemRef NewsItem="a"/><NewsItemRef NewsItem="b"/></NewsComponent>'
    brief, package, empty, gone = read(
        NewsMl1(),
        write(tmp_path, item(headline), item(names, 2), item("", 3), item(STORY, 4, "Canceled")),
    )
    assert isinstance(brief, RawItem) and brief.title == "Brief"
    assert isinstance(package, Skipped) and "not here (2)" in str(package.reason)
    assert isinstance(empty, Skipped) and "neither a headline nor text" in str(empty.reason)
    assert isinstance(gone, Skipped) and "withdrawn it (Canceled)" in str(gone.reason)


def test_a_message_of_nothing_is_skipped(tmp_path: Path) -> None:
    (piece,) = read(NewsMl1(), write(tmp_path))
    assert isinstance(piece, Skipped)
