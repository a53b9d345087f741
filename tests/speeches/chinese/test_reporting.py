from __future__ import annotations

import pytest

from tests.speeches.chinese.reading import read, said


@pytest.mark.parametrize(
    "lead",
    [
        "王树国强调，",
        "王树国指出：",
        "王树国表示",
        "王树国认为，",
        "王树国31日说，",
        "王树国介绍，",
        "王树国日前称，",
        "王树国呼吁",
        "王树国希望",
        "王树国要求",
        "王树国透露，",
        "王树国回应称，",
        "王树国坦言，",
        "王树国告诉记者，",
        "王树国接受采访时说，",
        "王树国发表讲话指出，",
        "王树国在开幕式上致辞时表示，",
        "王树国撰文指出，",
        "王树国作出批示强调，",
        "8月31日，王树国在西安对媒体表示，",
        "新华社西安8月31日电（记者 李明）王树国说，",
        "据王树国介绍，",
        "王树國強調,",
    ],
)
def test_reported_clause(lead: str) -> None:
    (one,) = read(lead + "两校合作成果丰硕。")
    assert (one.text, one.quoted) == ("两校合作成果丰硕", False)
    assert one.speaker in ("王树国", "王树國")


def test_clause_before_its_speaker() -> None:
    assert said("这对病人来说是一场灾难，他说。") == [("他", "这对病人来说是一场灾难")]


def test_to_the_end_of_the_sentence_and_no_further() -> None:
    assert said("王树国表示，合作很好。两校都很满意。希望合作继续下去。王树国强调，要办实事。") == [
        ("王树国", "合作很好"),
        ("王树国", "合作继续下去"),
        ("王树国", "要办实事"),
    ]


def test_subject_left_out_is_the_sentences() -> None:
    assert said("夏巴兹感谢中方帮助，表示两国友谊坚如磐石。") == [("夏巴兹", "两国友谊坚如磐石")]
    assert said("王树国说，合作很好，并呼吁各方继续支持。") == [
        ("王树国", "合作很好"),
        ("王树国", "各方继续支持"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("外交部表示，两校合作成果丰硕。", "外交部"),
        ("中方强调，两校合作成果丰硕。", "中方"),
        ("会议强调，两校合作成果丰硕。", "会议"),
        ("《意见》指出，两校合作成果丰硕。", "《意见》"),
        ("声明说，两校合作成果丰硕。", "声明"),
        ("据新华社报道，两校合作成果丰硕。", "新华社"),
        ("另据美国媒体报道称，两校合作成果丰硕。", "美国媒体"),
        ("一位目击者告诉警方，两校合作成果丰硕。", "一位目击者"),
        ("俄罗斯国防部11日称，两校合作成果丰硕。", "俄罗斯国防部"),
    ],
)
def test_those_who_are_no_persons_speak_as_written(text: str, speaker: str) -> None:
    assert said(text) == [(speaker, "两校合作成果丰硕")]


def test_source_of_a_source_is_the_speaker() -> None:
    assert said("据新华社报道，王树国表示，两校合作成果丰硕。") == [("王树国", "两校合作成果丰硕")]


@pytest.mark.parametrize(
    "text",
    [
        "据介绍，展览将持续到月底。",
        "据悉，展览将持续到月底。",
        "王树国对此表示祝贺。",
        "王树国表示热烈欢迎。",
        "这种茶叶被称为国礼。",
        "产品符合国家要求，质量很好。",
        "青年是国家的希望，民族的未来。",
        "沙特宣布减产计划，油价上涨。",
        "对他来说，这是一次机会。",
        "我认为这样很好。",
        "人们普遍认为这样很好。",
        "他听取了有关情况介绍，参观了展览。",
        "学生们响应祖国号召留在边疆。",
        "这部小说，他读了三遍。",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert said(text) == []
