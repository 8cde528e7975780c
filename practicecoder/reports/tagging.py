"""Tagged PDF for reportlab: a structure tree beside the drawing, everything else an artifact.

reportlab writes no tags of its own. :class:`TaggedCanvas` wraps what is drawn in marked-content
sequences, remembers to which element each belongs, and writes structure tree, parent tree and
the document's marks when the file is saved (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph, Table

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a figure on its page, in points."""


class Element:
    """A node of the structure tree: its tag, what describes it, and what lies under it."""

    def __init__(
        self,
        tag: str,
        parent: Element | None,
        *,
        alt: str = "",
        actual_text: str = "",
        scope: str = "",
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.alt = alt
        self.actual_text = actual_text
        self.scope = scope
        self.box: Box | None = None
        self.kids: list[Element | tuple[int, int]] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing was drawn for the element or any below it."""
        return all(isinstance(kid, Element) and kid.is_empty for kid in self.kids)


class TaggedCanvas(Canvas):
    """A canvas that knows what each drawn thing is.

    ``begin`` and ``end`` open and close a grouping element; ``content`` an element with drawing
    of its own; ``artifact`` what a reader of the structure is not told about.
    """

    _code: list[str]
    _doc: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["pdfVersion"] = (1, 7)
        super().__init__(*args, **kwargs)
        self.root = Element("Document", None)
        self._open = [self.root]
        self._artifacts = 0
        self._pages: list[str] = []
        self._marked: list[list[Element]] = [[]]

    # -- what is drawn ---------------------------------------------------------------------

    def begin(self, tag: str, *, scope: str = "", again: Element | None = None) -> Element:
        """Open a grouping element, or one ``again`` that goes on after a page break."""
        element = again
        if element is None:
            element = Element(tag, self._open[-1], scope=scope)
            self._open[-1].kids.append(element)
        self._open.append(element)
        return element

    def end(self) -> None:
        """Close the grouping element opened last."""
        self._open.pop()

    @contextmanager
    def group(self, tag: str, *, scope: str = "") -> Iterator[Element]:
        """Grouping element for the time of the block."""
        element = self.begin(tag, scope=scope)
        try:
            yield element
        finally:
            self.end()

    @contextmanager
    def content(
        self, tag: str, *, alt: str = "", actual_text: str = "", scope: str = ""
    ) -> Iterator[Element]:
        """Element whose drawing happens in the block; nothing inside an artifact."""
        element = Element(tag, self._open[-1], alt=alt, actual_text=actual_text, scope=scope)
        if self._artifacts:
            yield element
            return
        self._open[-1].kids.append(element)
        marked = self._marked[-1]
        element.kids.append((len(self._marked) - 1, len(marked)))
        self._write(f"/{tag} <</MCID {len(marked)}>> BDC")
        marked.append(element)
        try:
            yield element
        finally:
            self._write("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Drawing that is decoration or page furniture."""
        self.begin_artifact()
        try:
            yield
        finally:
            self.end_artifact()

    def begin_artifact(self) -> None:
        """Open an artifact; inside another one nothing more is written."""
        self._artifacts += 1
        if self._artifacts == 1:
            self._write("/Artifact BMC")

    def end_artifact(self) -> None:
        """Close the artifact opened last."""
        self._artifacts -= 1
        if self._artifacts == 0:
            self._write("EMC")

    def box_here(self, x: float, y: float, width: float, height: float) -> Box:
        """Box on the page of a rectangle in the present coordinates."""
        left, bottom = self.absolutePosition(x, y)
        right, top = self.absolutePosition(x + width, y + height)
        return (left, bottom, right, top)

    def _write(self, code: str) -> None:
        self._code.append(code)

    # -- what is saved ---------------------------------------------------------------------

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Close the page and tie it to its entry of the parent tree."""
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages)
        page.Tabs = pdfdoc.PDFName("S")
        self._pages.append(name)
        self._marked.append([])

    def save(self) -> None:
        """Write the structure into the catalog, then the file."""
        if self._code:
            self.showPage()
        catalog = self._doc.Catalog
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = self._structure()
        super().save()

    def _structure(self) -> Any:
        tree = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        reference = self._doc.Reference(tree)
        references: dict[Element, Any] = {}
        tree.dict["K"] = pdfdoc.PDFArray([self._saved(self.root, reference, references)])
        numbers: list[Any] = []
        for index in range(len(self._pages)):
            owners = pdfdoc.PDFArray([references[element] for element in self._marked[index]])
            numbers += [index, self._doc.Reference(owners)]
        parents = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        tree.dict["ParentTree"] = self._doc.Reference(parents)
        tree.dict["ParentTreeNextKey"] = len(self._pages)
        return tree

    def _saved(self, element: Element, parent: Any, references: dict[Element, Any]) -> Any:
        entry = pdfdoc.PDFDictionary(
            {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(element.tag), "P": parent}
        )
        reference = references[element] = self._doc.Reference(entry)
        if element.alt:
            entry.dict["Alt"] = pdfdoc.PDFString(element.alt)
        if element.actual_text:
            entry.dict["ActualText"] = pdfdoc.PDFString(element.actual_text)
        attributes = _attributes(element)
        if attributes:
            entry.dict["A"] = pdfdoc.PDFDictionary(attributes)
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.tag == "TD" or not kid.is_empty:
                    kids.append(self._saved(kid, reference, references))
            else:
                page, mark = kid
                kids.append(self._mark(page, mark))
        entry.dict["K"] = pdfdoc.PDFArray(kids)
        return reference

    def _mark(self, page: int, mark: int) -> Any:
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("MCR"),
                "Pg": pdfdoc.PDFObjectReference(self._pages[page]),
                "MCID": mark,
            }
        )


def _attributes(element: Element) -> dict[str, Any]:
    if element.scope:
        return {"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName(element.scope)}
    if element.box is not None:
        return {
            "O": pdfdoc.PDFName("Layout"),
            "Placement": pdfdoc.PDFName("Block"),
            "BBox": pdfdoc.PDFArray([round(edge, 2) for edge in element.box]),
        }
    return {}


def canvas_of(flowable: Flowable) -> TaggedCanvas:
    """The canvas that a flowable of a report is drawn on."""
    canvas = flowable.canv
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError("reports are drawn on a tagged canvas")
    return canvas


class _SpacedText(PDFTextObject):
    """Text whose lines end in a blank, so that reading it back does not join words."""

    def _textOut(self, text: str, TStar: object = 0) -> None:  # noqa: N802, N803 - reportlab's
        super()._textOut(  # type: ignore[misc]  # the stubs leave it out
            f"{text} " if TStar else text, TStar
        )


class TaggedParagraph(Paragraph):
    """A paragraph under the tag of its style, its text given whole for reading aloud."""

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - reportlab's name
        """Text object that the lines are drawn with."""
        return _SpacedText(canvas_of(self), x, y)

    def draw(self) -> None:
        """Draw the lines as one element."""
        style: ParagraphStyle = self.style
        text = " ".join(self.getPlainText().split())
        with canvas_of(self).content(style.tag, actual_text=text):
            super().draw()


class TableTags:
    """Structure of a table while it is drawn, also where it goes on over pages.

    The first ``header_rows`` rows are column headings, the first column heads its row. Heading
    rows repeated on a later page are furniture.
    """

    def __init__(self, header_rows: int = 1) -> None:
        self._header_rows = header_rows
        self._table: Element | None = None
        self._repeating = False
        self._continued = False

    def __call__(self, table: Table, command: str, *args: Any) -> None:
        """Follow reportlab's drawing: the callback that a table is given as ``renderCB``."""
        canvas = canvas_of(table)
        match command:
            case "startTable":
                self._continued = self._table is not None
                self._table = canvas.begin("Table", again=self._table)
            case "endTable" | "endCell":
                canvas.end()
            case "startBG" | "startLines":
                canvas.begin_artifact()
            case "endBG" | "endLines":
                canvas.end_artifact()
            case "startRow":
                self._start_row(canvas, args[0])
            case "startCell":
                self._start_cell(canvas, args[0], args[1])
            case "endRow":
                if self._repeating:
                    canvas.end_artifact()
                canvas.end()

    def _start_row(self, canvas: TaggedCanvas, row: int) -> None:
        self._repeating = self._continued and row < self._header_rows
        canvas.begin("TR")
        if self._repeating:
            canvas.begin_artifact()

    def _start_cell(self, canvas: TaggedCanvas, row: int, column: int) -> None:
        if row < self._header_rows and not self._continued:
            canvas.begin("TH", scope="Column")
        elif column == 0:
            canvas.begin("TH", scope="Row")
        else:
            canvas.begin("TD")
