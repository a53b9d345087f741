from __future__ import annotations

import pytest

from desktop_app.speeches.naming import is_named


@pytest.mark.parametrize(
    "name",
    [
        *("Wang Shuguo", "de Groote", "Leonardo da Vinci", "King", "Reuters", "IBM", "IT", "WHO"),
        *("Norton Co", "Norton co", "eBay", "Bank of England", "Ministry of Defence", "Moody's"),
        *("One Direction", "New York Times", "South Korea", "Commerce Department"),
        *("王树国", "王樹國", "拉夫罗夫", "李先生", "王某", "外交部", "新华社", "欧方", "《意见》"),
        "让-皮埃尔·马丁",
    ],
)
def test_names_of_persons_organisations_and_works(name: str) -> None:
    assert is_named(name)


@pytest.mark.parametrize(
    "name",
    [
        *("it", "It", "he", "they", "company", "Company", "A company spokesman", "one user"),
        *("a Treasury spokesman", "U.S. officials", "Analysts", "Police", "central bank", "Bank"),
        *("a report in the Argus", "officials at the ministry", "34-year-old striker", "Who", ""),
        *("他", "她们", "多位专家", "一名官员", "中国代表", "外交部发言人", "教育部有关负责人"),
        *("会议", "聲明", "代表们", "美国媒体", "71%的受访者", "各方", "与会嘉宾"),
    ],
)
def test_what_many_are_called_is_nobodys_name(name: str) -> None:
    assert not is_named(name)
