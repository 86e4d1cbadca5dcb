"""Every address under `/api`."""

from __future__ import annotations

from fastapi import APIRouter

from burdenshare.web.api import about, articles, clock, industry, record, reports, reviews, road, stories, support

PREFIX = "/api"

router = APIRouter()
router.include_router(about.router)  # it has the prefix itself: its first address is nothing else
for part in (articles, stories, record, road, clock, industry, support, reports, reviews):
    router.include_router(part.router, prefix=PREFIX)
