"""Names of columns as exports of many programs have them, in both languages."""

from __future__ import annotations

import pytest

from desktop_app.importing.tables.columns import FIELDS, fields_named, signature


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("id,title,publication,author,date,year,content", "id,title,source,byline,date,,text"),
        ("link,headline,category,short_description", "url,title,section,summary"),
        ("news_id,content_title,publish_time,source_name", "id,title,date,source"),
        ("Headline,Publication date,Full text,Newspaper", "title,date,text,source"),
        ("Document type,Language,Byline", "kind,language,byline"),
        ("ArticleID,ArticleTitle,PublishDate,ArticleBody,SourceURL", "id,title,date,text,url"),
        ("webPublicationDate,webTitle,webUrl,bodyText,sectionName", "date,title,url,text,section"),
        ("article_id,pub_date,lead_paragraph,keywords,word_count", "id,date,summary,keyword,"),
        ("Image URL,Image caption,Photo credit,Text language", "photo,caption,credit,language"),
        ("日期,版次,标题,内容,字数", "date,section,title,text,"),
        ("標題,媒體,日期,版面,內文,作者,正文字數", "title,source,date,section,text,byline,"),
        ("新聞標題,發佈日期,新聞內容,新聞連結,圖片,圖說", "title,date,text,url,photo,caption"),
        ("序号,稿件标题,刊发日期,刊发媒体,稿件正文", "id,title,date,source,text"),
        ("责任编辑,备注", "byline,"),
        ("题名,作者,机构,来源,发表时间,关键词,摘要", "title,byline,,source,date,keyword,summary"),
    ],
)  # fmt: skip
def test_names_of_real_exports_are_known(header: str, fields: str) -> None:
    assert fields_named(header.split(",")) == fields.split(",")


def test_a_field_an_item_has_once_goes_to_the_plainest_name() -> None:
    assert fields_named(["title_original", "Title", "text_zh", "text_en"]) == [
        "",
        "title",
        "text",
        "text",
    ]


def test_a_header_is_the_same_however_it_is_written() -> None:
    assert signature(["標題", " Date "]) == signature(["标题", "DATE", ""])
    assert signature(["", ""], "a.csv") != signature(["", ""], "b.csv")
    assert len(set(FIELDS)) == len(FIELDS)
