"""Faults of a few words, which may stand anywhere in a text."""

from putting_faults import ANYWHERE, MARKDOWN, OWN_WORDS, words

WITHOUT_CELLS = OWN_WORDS - {"cell", "heading"}

IN_WORDS = (
    words("AR116", ["⟦\x0b⟧", "⟦\x85⟧", "⟦\u2028⟧", "x⟦\x1b⟧y"], ANYWHERE - {"title"}, plain=True),
    words(
        "AR120",
        ["<!-- arsrapport: ignore ⟦AR801⟧ -->", "<!--arsrapport: ignore ⟦ar312⟧ – -->"],
        MARKDOWN,
        plain=True,
    ),
    words("AR121", ["<!-- arsrapport: ignore ⟦AR999⟧ – x -->"], MARKDOWN, plain=True),
    words(
        "AR122",
        ["<!-- arsrapport: ignore ⟦AR801⟧ – x -->"],
        MARKDOWN,
        plain=True,
    ),
    words(
        "AR209",
        {
            "nn": ["⟦onsdag⟧ 11. mai 2021", "⟦laurdag⟧ den 11.5.2021"],
            "nb": ["⟦onsdag⟧ 11. mai 2021", "⟦lørdag⟧ den 11.5.2021"],
            "en": ["⟦Wednesday⟧ 11 May 2021", "⟦Saturday⟧, 11 May 2021"],
        },
        OWN_WORDS | {"title"},
    ),
    words("AR411", ["⟦[^9]"], OWN_WORDS - {"note", "link"}),
    words(
        "AR413", ["⟦[lenkje](ftp://example.no)", "⟦[ei lenkje](javascript:x)"], MARKDOWN - {"link"}
    ),
    words("AR416", ["⟦[ord]{lang=zz}", "⟦[x]{lang=xx}"], MARKDOWN),
    words("AR420", ["⟦![Kart](2021-01-20-kart.png)"], MARKDOWN),
    words("AR425", ["⟦TODO⟧", "⟦xxx⟧", "⟦[fyll inn hamn]⟧", "⟦Lorem ipsum⟧", "⟦dd.mm.åååå⟧"]),
    words("AR425", ["⟦TODO⟧", "⟦xxx⟧", "⟦dd.mm.åååå⟧"], frozenset({"title"})),
    words(
        "AR601",
        ["⟦<meeting:2019-01-01>", "⟦<item:2021-01-20/9>", "⟦<table:q>"],
        MARKDOWN - {"link"},
    ),
    words(
        "AR604",
        ["{{ ⟦nope }}", "{% if ⟦nope %}x{% endif %}"],
        WITHOUT_CELLS,
        folder="/report/",
        plain=True,
    ),
    words("AR605", ["{{ committee.name | ⟦nope }}"], WITHOUT_CELLS, folder="/report/", plain=True),
    words("AR701", ["⟦010100 50053⟧", "⟦41019010110⟧"], ANYWHERE),
    words("AR702", ["⟦22 33 44 55⟧", "⟦+47 22 33 44 55⟧", "tlf. ⟦22334455⟧"], ANYWHERE),
    words("AR703", ["⟦bo.li@example.no⟧", "<⟦kari_nes@example.no⟧>"], ANYWHERE),
    words("AR704", ["⟦1234.56.78911⟧", "⟦12345678911⟧"], ANYWHERE),
    words("AR705", ["Ragna Ås (⟦sjuk⟧)", "Bo Li (⟦feber⟧)"], MARKDOWN),
    words(
        "AR801",
        {"nn": ["⟦ikke⟧", "⟦fra⟧", "⟦hvordan⟧"]},
    ),
    words("AR802", {"nb": ["⟦ikkje⟧", "⟦frå⟧", "⟦korleis⟧"]}),
    words("AR803", {key: ["⟦jfr.⟧ målet", "⟦bl. a.⟧ sund", "⟦kl 9⟧"] for key in ("nn", "nb")}),
    words("AR804", {key: ["⟦15/11-2017⟧", "den ⟦15/11⟧"] for key in ("nn", "nb")}),
    words(
        "AR805",
        {
            "nn": ["⟦2015-2018⟧", "s. ⟦5-7⟧", "⟦2-3⟧ år"],
            "nb": ["⟦2015-2018⟧", "s. ⟦5-7⟧", "⟦2-3⟧ år"],
            "en": ["⟦2015-2018⟧", "pages ⟦5-7⟧", "⟦2-3⟧ years"],
        },
    ),
    words("AR806", {key: ["⟦8%⟧", "⟦12,5%⟧"] for key in ("nn", "nb")}),
    words("AR807", {"nn": ["⟦brukar⟧"], "nb": ["⟦bruker⟧"], "en": ["⟦utilise⟧"]}),
)
