"""The HTTP endpoints: stateless, JSON in and out, errors always with a code."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

import orjson
from anyio import move_on_after
from anyio.to_thread import run_sync
from fastapi import APIRouter, Path, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from backprop_core import OPS
from backprop_core.lessons import all_lessons, find_lesson
from server.arrays import Shelf
from server.asked import explain_text, nudge_text
from server.docs import EXPLAIN_BODY, NUDGE_BODY, RUN_BODY, page
from server.errors import complaint
from server.files import PLOTLY, Asset, page_file
from server.runs import run_text
from server.settings import Settings
from server.turns import Job, Turns

JSON = "application/json"
SUMMARY = ("id", "track", "title", "question")

router = APIRouter()


@router.post("/api/runs", openapi_extra=RUN_BODY)
async def run(request: Request) -> Response:
    """Runs a document: its graph, every step, all values and gradients, and the loss."""
    return await _in_turn(request, run_text)


@router.post("/api/explain", openapi_extra=EXPLAIN_BODY)
async def explain(request: Request) -> Response:
    """Why one element of a document's run is what it is, or where it goes: the terms behind it."""
    return await _in_turn(request, explain_text)


@router.post("/api/nudge", openapi_extra=NUDGE_BODY)
async def nudge(request: Request) -> Response:
    """What becomes of the loss when one element is moved, beside what its gradient foretells."""
    return await _in_turn(request, nudge_text)


async def _in_turn(request: Request, job: Job) -> Response:
    settings: Settings = request.app.state.settings
    turns: Turns = request.app.state.turns
    return turns.answer(await turns.run(job, await body(request, settings)))


async def body(request: Request, settings: Settings) -> bytes:
    """The request's body; a complaint as soon as it is too long, or too long in coming."""
    got = bytearray()
    with move_on_after(settings.body_seconds):
        async for chunk in request.stream():
            got += chunk
            if len(got) > settings.body_bytes:
                raise complaint("request.too_large", limit=settings.body_bytes)
        return bytes(got)
    raise complaint("request.too_slow", limit=settings.body_seconds)


@router.get("/api/lessons")
async def lessons(request: Request) -> Response:
    """All lessons: id, track, title and question of each, in their order."""
    return _lessons().answer(request.headers)


@router.get("/api/lessons/{id}")
async def lesson(id: str, request: Request) -> Response:
    """One lesson, whole, by its id ("L08-affine-nudge") or its number ("L08")."""
    return Asset.of(orjson.dumps(find_lesson(id)), JSON).answer(request.headers)


@router.get("/api/ops")
async def ops(request: Request) -> Response:
    """The registry: every op and layer with its signature, formulas and documentation."""
    return _ops().answer(request.headers)


@router.get("/api/arrays/{token}/{n}")
async def array(token: str, n: Annotated[int, Path(ge=0)], request: Request) -> Response:
    """A large array of a session's run, raw: little-endian float64, row after row."""
    shelf: Shelf = request.app.state.shelf
    found = shelf.find(token, n)
    if found is None:
        raise complaint("array.unknown", token=token, n=n)
    return Response(
        found.astype("<f8", copy=False).tobytes(),
        headers={"Cache-Control": "private, max-age=31536000, immutable"},
        media_type="application/octet-stream",
    )


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Whether the server is there."""
    return {"status": "ok"}


@router.get("/api", include_in_schema=False)
async def documentation(request: Request) -> Response:
    """What this file offers, as a page that needs nothing from elsewhere."""
    return page(request.app.openapi()).answer(request.headers)


@router.get("/{path:path}", include_in_schema=False)
async def file(path: str, request: Request) -> Response:
    """A file of the page; the page itself at the root."""
    # Packing megabytes takes a fifth of a second, in which no other page would be served.
    large = path.endswith(PLOTLY)
    asset = await run_sync(page_file, path) if large else page_file(path or "index.html")
    if asset is None:
        raise HTTPException(404)
    return asset.answer(request.headers)


@lru_cache(maxsize=1)
def _lessons() -> Asset:
    summaries = [{key: lesson[key] for key in SUMMARY} for lesson in all_lessons()]
    return Asset.of(orjson.dumps({"lessons": summaries}), JSON)


@lru_cache(maxsize=1)
def _ops() -> Asset:
    return Asset.of(orjson.dumps({"ops": [op.to_json() for op in OPS.values()]}), JSON)
