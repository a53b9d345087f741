from __future__ import annotations

import pytest

from tests.speeches.chinese.reading import read, said


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("国家主席习近平", "习近平", "国家主席"),
        ("外交部发言人毛宁", "毛宁", "外交部发言人"),
        ("西安交通大学校长王树国", "王树国", "西安交通大学校长"),
        ("习近平总书记", "习近平", "总书记"),
        ("钟南山院士", "钟南山", "院士"),
        ("俄罗斯总统普京", "普京", "俄罗斯总统"),
        ("俄罗斯总统弗拉基米尔·普京", "弗拉基米尔·普京", "俄罗斯总统"),
        (
            "巴黎高科主席克里斯蒂安·莱尔米尼奥（Christian Lerminiaux）",
            "克里斯蒂安·莱尔米尼奥",
            "巴黎高科主席",
        ),
        ("来自福建的廖红代表", "廖红", "代表"),
        (
            "中共中央总书记、国家主席、中央军委主席习近平",
            "习近平",
            "中共中央总书记、国家主席、中央军委主席",
        ),
        ("编剧张晓阳", "张晓阳", "编剧"),
        ("专家欧阳修", "欧阳修", "专家"),
        ("外交部發言人毛寧", "毛寧", "外交部發言人"),
        ("中国常驻联合国代表李松大使", "李松", "中国常驻联合国代表大使"),
        ("安全公司Acme创始人Tom Van de Wiele", "Tom Van de Wiele", "安全公司Acme创始人"),
        ("Acme 公司的首席执行官 Ann Lee", "Ann Lee", "Acme 公司的首席执行官"),
        ("Acme 公司的安全策略师 Tim Roe", "Tim Roe", "Acme 公司的安全策略师"),
        ("中国代表", "中国代表", ""),
        ("法国总统", "法国总统", ""),
        ("国家卫生健康委新闻发言人", "国家卫生健康委新闻发言人", ""),
        ("霍普利女士", "霍普利", ""),
    ],
)
def test_role_beside_a_name(phrase: str, name: str, role: str) -> None:
    (one,) = read(phrase + "表示，两校合作成果丰硕。")
    assert (one.speaker, one.role) == (name, role)


def test_pronoun_is_the_last_named_person() -> None:
    text = "王树国表示，合作很好。会议强调，要办实事。他说，还要继续。"
    assert [who for who, _ in said(text)] == ["王树国", "会议", "王树国"]
    assert said("民警刘亚斌工作十六年。他常说：“要在工作中发现线索。”")[0][0] == "刘亚斌"


def test_surname_with_a_title_is_the_full_name() -> None:
    text = ("校长王树国参加了仪式。", "王校长表示，合作很好。", "老王说，还要继续。")
    assert [who for who, _ in said(*text)] == ["王树国", "王树国"]
    assert said("习近平主席到访。", "习主席指出，合作很好。")[0][0] == "习近平"


def test_part_of_a_foreign_name_is_the_full_name() -> None:
    text = "叙利亚总统巴沙尔·阿萨德会见来宾。巴沙尔表示，合作很好。阿萨德说，还要继续。"
    assert [who for who, _ in said(text)] == ["巴沙尔·阿萨德"] * 2


def test_a_surname_in_letters_is_the_full_name() -> None:
    text = ("顾问Jake Moore表示，争论掩盖了问题。", "Moore说，合作很好。", "他还说，要继续努力。")
    assert [who for who, _ in said(*text)] == ["Jake Moore"] * 3
    assert said("Lovable写道：“我们意外启用了权限。”") == [("Lovable", "“我们意外启用了权限。”")]


def test_who_is_described_between_commas() -> None:
    assert said("James Gosling，Java之父，曾经在接受采访时说：“我抛弃了它。”") == [
        ("James Gosling", "“我抛弃了它。”")
    ]


def test_title_alone_is_whom_the_item_names_with_it() -> None:
    assert said("习近平总书记到会。总书记强调，合作很好。")[0][0] == "习近平"
